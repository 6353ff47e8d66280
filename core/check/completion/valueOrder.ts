/** Which of many values come first: those that reports mostly begin with. */
import type { SchemaPath } from '../../contract/schema.ts';

/** By the key of the list; what is not here has the order of its schema, which is the alphabet. */
const first: Readonly<Record<string, readonly string[]>> = {
  metrics: ['nOffered', 'nConnected', 'tAnswered', 'tHandle', 'tTalk', 'tHeld', 'tAcw', 'nTransferred', 'tAbandon'],
  groupBy: ['queueId', 'userId', 'wrapUpCode', 'mediaType', 'direction', 'divisionId'],
};

/** The same values, the usual ones first. */
export function usualFirst<T extends { readonly text: string }>(values: readonly T[], path: SchemaPath): readonly T[] {
  const known = first[String(path.findLast((step) => typeof step === 'string' && step !== '*'))] ?? [];
  const rankOf = ({ text }: T): number => (known.includes(text) ? known.indexOf(text) : known.length);
  return known.length === 0 ? values : values.toSorted((a, b) => rankOf(a) - rankOf(b));
}
