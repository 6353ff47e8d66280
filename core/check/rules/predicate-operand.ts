import { removePair } from '../../text/edit.ts';
import type { Pair } from '../../text/tree.ts';
import { pairOf } from '../../text/walk.ts';
import type { QueryEntry } from '../entry.ts';
import { isMeantBy } from '../meant.ts';
import { operatorOf, predicatesOf, subjectOf, type PredicateSite } from '../query/queryFilters.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/** A predicate that does not say what its dimension or metric is compared with, or says it twice. */
export const predicateOperand: Rule = {
  code: 'predicate-operand',
  severity: 'error',
  inQuery: (entry) => predicatesOf(entry).flatMap((site) => look(entry, site)),
};

function look(entry: QueryEntry, { map, path }: PredicateSite): readonly Finding[] {
  const subject = subjectOf(map);
  if (subject === undefined || operatorOf(map) !== 'matches') return [];
  const [value, range] = [pairOf(map, 'value'), pairOf(map, 'range')];
  const named = pairOf(map, subject.field);
  if (value !== undefined && range !== undefined) {
    const remove = (pair: Pair): ReturnType<typeof removePair> => removePair(entry.text, map, pair);
    const message = 'A predicate takes a `value` or a `range`, not both. Keep the one that you mean.';
    const fixes = [...fixIf('Remove `value`', remove(value)), ...fixIf('Remove `range`', remove(range))];
    return [{ span: range.key.span, message, fixes }];
  }
  if (value !== undefined || range !== undefined || named === undefined) return [];
  if (['value', 'range', 'operator'].some((key) => isMeantBy(entry, map, path, key))) return [];
  const wanted = subject.field === 'metric' ? 'a `range`' : 'a `value`';
  const message = `This predicate does not say what \`${subject.name}\` must be. Give it ${wanted}, or \`operator: exists\`.`;
  return [{ span: named.value?.span ?? named.key.span, message }];
}
