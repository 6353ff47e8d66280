/** `where` by its words. It goes from ids to names, where the compiler goes from names to ids. */
import { inRange, type Conversation, type Thing } from './apiJudge.ts';
import { context, org } from './world.ts';

export type Where = Readonly<Record<string, unknown>>;

const nameOf = new Map(
  [org.queues, org.users, org.divisions, org.wrapUpCodes].flatMap((list) =>
    (list ?? []).map(({ id, name }) => [id, name]),
  ),
);
const idFields: Readonly<Record<string, string>> = { queue: 'queueId', agent: 'userId', division: 'divisionId' };
const ofConversation = new Set([
  'division',
  'conversationInitiator',
  'mediaStatsMinConversationMos',
  'tHandle',
  'nOffered',
]);
const nested = new Set(['survey', 'evaluation', 'resolution']);

/** Whether a conversation is one that `where` of a details query says. */
export function wordsKeep(where: Where, { own, segments, surveys, evaluations, resolutions }: Conversation): boolean {
  const some = (things: readonly Thing[], keys: Where): boolean =>
    Object.keys(keys).length === 0 || things.some((thing) => fitsAll(keys, thing));
  const pick = (test: (key: string) => boolean): Where =>
    Object.fromEntries(Object.entries(where).filter(([key]) => test(key)));
  return (
    some(
      [own],
      pick((key) => ofConversation.has(key)),
    ) &&
    some(
      segments,
      pick((key) => !ofConversation.has(key) && !nested.has(key)),
    ) &&
    some(surveys, (where.survey ?? {}) as Where) &&
    some(evaluations, (where.evaluation ?? {}) as Where) &&
    some(resolutions, (where.resolution ?? {}) as Where)
  );
}

/** Whether one thing is as all these keys say. */
export function fitsAll(keys: Where, thing: Thing): boolean {
  return Object.entries(keys).every(([key, wanted]) => fits(key, wanted, thing[idFields[key] ?? key]));
}

function fits(key: string, wanted: unknown, value: string | number | undefined): boolean {
  if (wanted === 'exists') return value !== undefined;
  if (wanted === 'missing') return value === undefined;
  if (value === undefined) return false;
  const said = key in idFields || key === 'wrapUpCode' ? (nameOf.get(String(value)) ?? String(value)) : String(value);
  if (Array.isArray(wanted)) return wanted.some((one) => String(one).toLowerCase() === said.toLowerCase());
  if (typeof wanted !== 'object' || wanted === null) return String(wanted).toLowerCase() === said.toLowerCase();
  if (key === 'wrapUpCode') return isDescribed(said, wanted as Where);
  const milliseconds = { '1s': 1000, '2m': 120_000 } as const;
  const numbers = Object.entries(wanted).map(([bound, limit]) => [bound, milliseconds[limit as '1s'] ?? limit]);
  return inRange(Number(value), Object.fromEntries(numbers));
}

function isDescribed(name: string, wanted: Where): boolean {
  const described = (context.catalogs ?? []).filter((code) => code.name === name || code.formerly.includes(name));
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
  return described.some((code) =>
    Object.entries(wanted).every(([key, values]) => {
      const has: readonly unknown[] =
        key === 'tag' ? code.tags : key === 'name' ? [code.name, ...code.formerly] : [code[key as 'code']];
      return list(values).some((one) => has.includes(one));
    }),
  );
}
