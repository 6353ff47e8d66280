import { dimensionFactsOf } from '../../contract/dimensions.ts';
import type { Pair } from '../../text/tree.ts';
import { keyOf, pairOf } from '../../text/walk.ts';
import { predicatesOf, subjectOf } from '../query/queryFilters.ts';
import { bounds } from '../query/queryRanges.ts';
import { conditionsOf } from '../query/queryWhere.ts';
import type { Finding, Rule } from '../rule.ts';
import { comparisonsOf, declaredFields } from '../survey/surveyParts.ts';

/** A range of numbers for a dimension, or a field of responses, that holds words. */
export const rangeOnText: Rule = {
  code: 'range-on-text',
  severity: 'warning',
  inSurvey: (entry) => {
    const fields = declaredFields(entry);
    return comparisonsOf(entry).flatMap(({ field, pair }) => inSurvey(field, fields?.get(field)?.facts?.type, pair));
  },
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

function inSurvey(field: string, type: string | undefined, { key, value }: Pair): readonly Finding[] {
  if (value?.kind !== 'map' || (type !== 'string' && type !== 'boolean')) return [];
  const isRange = value.pairs.some((pair) => bounds.some((bound) => bound === keyOf(pair)));
  if (!isRange) return [];
  const holds = type === 'boolean' ? 'is true or false' : 'is a text';
  const message = `\`${field}\` ${holds}, so no range of numbers can match. Compare it with a value.`;
  return [{ span: key.span, message }];
}
