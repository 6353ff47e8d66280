import { dimensionFactsOf } from '../../contract/dimensions.ts';
import type { Pair } from '../../text/tree.ts';
import { pairOf } from '../../text/walk.ts';
import { predicatesOf, subjectOf } from '../queryFilters.ts';
import { conditionsOf } from '../queryWhere.ts';
import type { Finding, Rule } from '../rule.ts';

/** A range of numbers for a dimension that holds words. */
export const rangeOnText: Rule = {
  code: 'range-on-text',
  severity: 'warning',
  inQuery: (entry) => [
    ...predicatesOf(entry).flatMap(({ map }) => {
      const subject = subjectOf(map);
      return subject?.field === 'dimension' ? look(subject.name, pairOf(map, 'range')) : [];
    }),
    ...conditionsOf(entry).flatMap(({ key, pair }) => (pair.value?.kind === 'map' ? look(key, pair) : [])),
  ],
};

function look(dimension: string, pair: Pair | undefined): readonly Finding[] {
  const facts = dimensionFactsOf(dimension);
  if (
    pair?.value?.kind !== 'map' ||
    pair.value.pairs.length === 0 ||
    (facts?.type !== 'enum' && facts?.type !== 'boolean')
  )
    return [];
  const holds = facts.type === 'boolean' ? 'true or false' : `words such as \`${facts.values?.[0]}\``;
  const message = `\`${dimension}\` holds ${holds}, so no range of numbers can match. Compare it with a value.`;
  return [{ span: pair.key.span, message }];
}
