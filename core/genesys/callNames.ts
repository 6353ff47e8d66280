/** What a call does, in the words of the people who read about it. */

const NAMES: readonly (readonly [method: string, path: RegExp, words: string])[] = [
  ['POST', /^\/oauth\/token$/, 'signing in'],
  ['GET', /^\/api\/v2\/organizations\/me$/, 'reading the organization'],
  ['GET', /^\/api\/v2\/organizations\/limits\//, 'reading the limits of the organization'],
  ['GET', /^\/api\/v2\/authorization\/divisions$/, 'reading the divisions'],
  ['GET', /^\/api\/v2\/routing\/wrapupcodes$/, 'reading the wrap-up codes'],
  ['GET', /^\/api\/v2\/routing\/wrapupcodes\/divisionviews$/, 'reading the wrap-up codes'],
  ['GET', /^\/api\/v2\/users$/, 'reading the users'],
  ['POST', /^\/api\/v2\/routing\/wrapupcodes$/, 'creating a wrap-up code'],
  ['PUT', /^\/api\/v2\/routing\/wrapupcodes\/[^/]+$/, 'changing a wrap-up code'],
  ['GET', /^\/api\/v2\/routing\/queues$/, 'reading the queues'],
  ['GET', /^\/api\/v2\/routing\/queues\/[^/]+\/wrapupcodes$/, 'reading the codes of a queue'],
  ['POST', /^\/api\/v2\/routing\/queues\/[^/]+\/wrapupcodes$/, 'putting codes on a queue'],
  ['POST', /^\/api\/v2\/analytics\/conversations\/details\/query$/, 'querying conversations'],
  ['POST', /^\/api\/v2\/analytics\/conversations\/aggregates\/query$/, 'querying aggregates'],
  ['DELETE', /^\/api\/v2\/tokens\/me$/, 'signing out'],
];

/** For example `creating a wrap-up code`; method and path where there are no words for it. A query is ignored. */
export function callName(method: string, path: string): string {
  const plain = path.replace(/\?.*$/, '');
  return NAMES.find(([known, pattern]) => known === method && pattern.test(plain))?.[2] ?? `${method} ${plain}`;
}
