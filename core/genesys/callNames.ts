/** What a call does, in the words of the people who read about it. */

const NAMES: readonly (readonly [method: string, path: RegExp, words: string])[] = [
  ['POST', /^\/oauth\/token$/, 'signing in'],
  ['GET', /^\/oauth\/authorize$/, 'signing in with the browser'],
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
  ['GET', /^\/api\/v2\/routing\/wrapupcodes\/[^/]+$/, 'reading a wrap-up code'],
  ['DELETE', /^\/api\/v2\/routing\/wrapupcodes\/[^/]+$/, 'deleting a wrap-up code'],
  ['GET', /^\/api\/v2\/routing\/queues\/[^/]+$/, 'reading a queue'],
  ['PUT', /^\/api\/v2\/routing\/queues\/[^/]+$/, 'changing a queue'],
  ['DELETE', /^\/api\/v2\/routing\/queues\/[^/]+\/wrapupcodes\/[^/]+$/, 'taking a code off a queue'],
  ['GET', /^\/api\/v2\/outbound\/wrapupcodemappings$/, 'reading the outbound mappings'],
  ['PUT', /^\/api\/v2\/outbound\/wrapupcodemappings$/, 'changing the outbound mappings'],
  ['GET', /^\/api\/v2\/flows\/datatables$/, 'reading the data tables'],
  ['GET', /^\/api\/v2\/flows\/datatables\/[^/]+\/rows(?:\/[^/]+)?$/, 'reading the rows of a data table'],
  ['POST', /^\/api\/v2\/flows\/datatables\/[^/]+\/rows$/, 'adding a row to a data table'],
  ['PUT', /^\/api\/v2\/flows\/datatables\/[^/]+\/rows\/[^/]+$/, 'changing a row of a data table'],
  ['DELETE', /^\/api\/v2\/flows\/datatables\/[^/]+\/rows\/[^/]+$/, 'removing a row from a data table'],
  ['POST', /^\/api\/v2\/audits\/query$/, "querying the org's audit trail"],
  ['GET', /^\/api\/v2\/audits\/query\/[^/]+(?:\/results)?$/, "reading the org's audit trail"],
  ['GET', /^\/api\/v2\/processautomation\/triggers$/, 'reading the triggers'],
  ['GET', /^\/api\/v2\/processautomation\/triggers\/topics$/, 'reading the topics of triggers'],
  ['POST', /^\/api\/v2\/processautomation\/triggers$/, 'creating a trigger'],
  ['DELETE', /^\/api\/v2\/processautomation\/triggers\/[^/]+$/, 'removing a trigger'],
  ['GET', /^\/api\/v2\/authorization\/subjects\/me$/, 'reading roles and permissions'],
  ['GET', /^\/api\/v2\/users\/me$/, 'reading who is signed in'],
  ['GET', /^\/api\/v2\/tokens\/me$/, 'reading what the token is for'],
  ['DELETE', /^\/api\/v2\/tokens\/me$/, 'signing out'],
];

/** For example `creating a wrap-up code`; method and path where there are no words for it. A query is ignored. */
export function callName(method: string, path: string): string {
  const plain = path.replace(/\?.*$/, '');
  return NAMES.find(([known, pattern]) => known === method && pattern.test(plain))?.[2] ?? `${method} ${plain}`;
}
