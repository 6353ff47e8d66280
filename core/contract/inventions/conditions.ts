import { dimensionWords } from './dimensionWords.ts';
import { fold } from './fold.ts';
import { metricWords } from './metricWords.ts';
import type { InventedKey, KeyRewrite } from './model.ts';
import { everywhere } from './places.ts';
import { rowsOf } from './rows.ts';

/** What a key of a condition says. */
export type ConditionPart = 'dimension' | 'metric' | 'operator' | 'value' | 'range' | 'type';

/** How tools write the parts of a condition; the first name of each is the API's own. */
const parts: Readonly<Record<ConditionPart, readonly string[]>> = {
  dimension: [
    'dimension',
    'field',
    'fieldName',
    'selector',
    'path',
    'key',
    'column',
    'attribute',
    'property',
    'name',
    'dimensionName',
    'fieldPath',
    'filterBy',
  ],
  metric: ['metric', 'metricName'],
  operator: ['operator', 'op', 'comparator', 'comparison', 'operation', 'matchType', 'condition', 'comparisonOperator'],
  value: [
    'value',
    'values',
    'val',
    'vals',
    'equals',
    'eq',
    'in',
    'is',
    'anyOf',
    'oneOf',
    'ids',
    'matches',
    'term',
    'terms',
  ],
  range: ['range', 'gt', 'gte', 'lt', 'lte', 'min', 'max', 'greaterThan', 'lessThan', 'between'],
  type: ['type'],
};

const partNames: readonly ConditionPart[] = ['dimension', 'metric', 'operator', 'value', 'range', 'type'];

const partOfKey: ReadonlyMap<string, ConditionPart> = new Map(
  partNames.flatMap((part) => parts[part].map((name): [string, ConditionPart] => [fold(name), part])),
);

/** The part of a condition that a key says, in the API's spelling or in another; nothing for other keys. */
export function conditionPart(key: string): ConditionPart | undefined {
  return partOfKey.get(fold(key));
}

const toPredicates: KeyRewrite = { kind: 'toPredicates' };
const group = 'A condition is a predicate, and stands under `predicates`';

const dimensionNames = new Set(dimensionWords.flatMap(({ names }) => names));
/** A word for both is a dimension where conditions are written. */
const onlyMetrics = metricWords.map((word) => ({
  ...word,
  names: word.names.filter((name) => !dimensionNames.has(name)),
}));

/** Words for dimensions and metrics as keys of `where`. */
export const whereWords: readonly InventedKey[] = rowsOf(
  [...dimensionWords, ...onlyMetrics].map(({ names, real, explanation }) => ({
    names,
    where: ['details.where', 'aggregates.where'],
    key: real,
    explanation: explanation ?? `In the API it is \`${real}\`.`,
    rewrite: { kind: 'renameKey', to: real },
  })),
).filter(({ real }) => real !== undefined);

/** Keys that are written on predicates, clauses and filters and are not there. */
export const conditionKeys: readonly InventedKey[] = rowsOf([
  {
    names: parts.dimension,
    where: everywhere('predicate', 'clausePredicate'),
    key: 'dimension',
    explanation: 'A predicate names what it looks at as `dimension`, for example `queueId`.',
    rewrite: toPredicates,
  },
  {
    names: parts.operator,
    where: everywhere('predicate', 'clausePredicate'),
    key: 'operator',
    explanation: 'A predicate has `operator`, and that is `matches`, `exists` or `notExists`.',
    rewrite: toPredicates,
  },
  {
    names: parts.value,
    where: everywhere('predicate', 'clausePredicate'),
    key: 'value',
    explanation: 'A predicate has one `value`. Several values are several predicates, joined by `or`.',
    rewrite: toPredicates,
  },
  {
    names: parts.range,
    where: everywhere('predicate', 'clausePredicate'),
    key: 'range',
    explanation: 'Numbers are compared with a `range`: `range: { gte: 5 }`.',
    rewrite: toPredicates,
  },
  {
    names: [...parts.dimension, ...parts.metric, ...parts.value, ...parts.range],
    where: everywhere('clause', 'filter'),
    key: 'predicates',
    explanation: `${group}: \`predicates: [{ dimension: queueId, value: an id }]\`.`,
    rewrite: toPredicates,
  },
  {
    names: parts.operator,
    where: everywhere('clause', 'filter'),
    key: 'type',
    explanation:
      'What joins conditions is `type`: `and` or `or`. What one of them asks is the `operator` of a predicate.',
    rewrite: toPredicates,
  },
  {
    names: ['logic', 'logicalOperator', 'conjunction', 'join', 'booleanOperator', 'combinator'],
    where: everywhere('clause', 'filter'),
    key: 'type',
    explanation: 'What joins conditions is `type`: `and` or `or`.',
    rewrite: { kind: 'renameKey', to: 'type' },
  },
  {
    names: ['filters', 'conditions', 'rules', 'criteria', 'predicate'],
    where: everywhere('clause', 'filter'),
    key: 'predicates',
    explanation: 'The conditions of a filter are its `predicates`, or `clauses` with predicates of their own.',
    rewrite: { kind: 'renameKey', to: 'predicates' },
  },
]);
