import { namingRules } from '../../contract/limits.ts';
import { fieldPair, signOf, type HeadEntry } from '../entry.ts';
import type { FullQueue, Indexes } from '../indexes/indexes.ts';
import { switchToPlatform } from '../fixes/namingSwitch.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Span } from '../../text/position.ts';

/** More codes on one queue than the naming policy promises to stay within. Retired and deleted codes do not count. */
export const queueTooFull: Rule = {
  code: 'queue-too-full',
  severity: 'error',
  inHead: (entry, indexes) => {
    const limit = namingRules[indexes.naming].maxCodesPerQueue;
    if (limit === undefined) return [];
    return indexes.fullQueues(limit).flatMap((full): Finding[] => {
      const { count, extra } = full;
      const span = placeOf(entry, indexes, full);
      if (span === undefined) return [];
      const message = `The queue \`${extra.text}\` gets ${count} codes; \`naming: ${indexes.naming}\` allows ${limit}. Take some off it.`;
      const place = extra.entry === extra.code ? extra.span : signOf(extra.code);
      const related = [{ message: `Code number ${limit + 1}`, span: place, entry: extra.code }];
      return [{ span, message, fixes: switchToPlatform(indexes), related }];
    });
  },
};

/** Where a catalog declares the queue, else in the catalog whose code is one too many; undefined where another one tells it. */
function placeOf(entry: HeadEntry, { queues }: Indexes, { key, extra }: FullQueue): Span | undefined {
  const [declared] = queues.get(key);
  if (declared !== undefined) return declared.entry === entry ? declared.span : undefined;
  if (extra.head !== entry) return undefined;
  return extra.entry === entry ? extra.span : fieldPair(entry, 'codes')?.key.span;
}
