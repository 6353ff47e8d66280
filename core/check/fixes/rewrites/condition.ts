/** One condition of a filter, in whatever form it is written. */
import { conditionPart, type ConditionPart, findWord, isComparison } from '../../../contract/inventions.ts';
import { comparisons, operatorWords } from '../../../contract/inventions/valueWords.ts';
import { foldWord } from '../../../contract/inventions/queryValues.ts';
import { dimensionWords } from '../../../contract/inventions/dimensionWords.ts';
import { metricWords } from '../../../contract/inventions/metricWords.ts';
import { whereKeys } from '../../../query/compile/whereKeys.ts';
import type { QueryKind } from '../../../query/model.ts';
import type { MapNode, Node, Pair, ScalarNode } from '../../../text/tree.ts';
import { isText, keyOf } from '../../../text/walk.ts';

export type Bound = 'gt' | 'gte' | 'lt' | 'lte';

export type Test =
  | { readonly kind: 'values'; readonly values: readonly ScalarNode[] }
  | { readonly kind: 'exists' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'range'; readonly range: readonly (readonly [Bound, number])[] };

export interface Condition {
  readonly type: 'dimension' | 'metric';
  /** The API's name. */
  readonly name: string;
  readonly test: Test;
}

/** What a map of any form asks; nothing where a part of it says something that the API cannot ask, or that nobody knows. */
export function readCondition(map: MapNode, kind: QueryKind): Condition | undefined {
  const parts = map.pairs.map((pair) => ({ pair, part: conditionPart(keyOf(pair)) }));
  if (map.pairs.length === 0 || parts.some(({ part }) => part === undefined)) return undefined;
  const of = (...wanted: readonly ConditionPart[]): readonly Pair[] =>
    parts.flatMap(({ pair, part }) => (part !== undefined && wanted.includes(part) ? [pair] : []));
  const subject = subjectIn(of('dimension', 'metric'), kind);
  const [operator, ...others] = of('operator');
  const word = operator === undefined ? 'matches' : isText(operator.value) ? operator.value.value : undefined;
  if (subject === undefined || word === undefined || others.length > 0) return undefined;
  const test = testOf(word, of('value'), of('range'));
  return test === undefined ? undefined : { ...subject, test };
}

/** The API's name for a dimension or metric that `where` of the kind takes. */
export function subjectNamed(text: string, kind: QueryKind): Pick<Condition, 'type' | 'name'> | undefined {
  const keys = whereKeys(kind);
  const wanted = foldWord(text);
  const respelled = [...keys].find(([key, { named }]) => named === undefined && foldWord(key) === wanted)?.[0];
  const name = [text, findWord(dimensionWords, text)?.real, respelled, findWord(metricWords, text)?.real].find(
    (candidate) => candidate !== undefined && keys.get(candidate)?.field === candidate,
  );
  const known = name === undefined ? undefined : keys.get(name);
  return name === undefined || known === undefined ? undefined : { type: known.type, name };
}

/** `{ path: participants, selector: participantId }` names two things, of which one is known. */
function subjectIn(pairs: readonly Pair[], kind: QueryKind): Pick<Condition, 'type' | 'name'> | undefined {
  const found = pairs.flatMap(({ value }) => (isText(value) ? (subjectNamed(value.value, kind) ?? []) : []));
  const names = new Set(found.map(({ name }) => name));
  return names.size === 1 ? found[0] : undefined;
}

function testOf(word: string, values: readonly Pair[], ranges: readonly Pair[]): Test | undefined {
  const wanted = foldWord(word);
  const operator = findWord(operatorWords, word)?.real ?? word;
  const presence = { exists: 'exists', notexists: 'missing' } as const;
  const asked = Object.entries(presence).find(([name]) => name === foldWord(operator))?.[1];
  // A value beside `exists` is more than the API can ask: nobody knows what becomes of it.
  if (asked !== undefined) return values.every(({ value }) => saysNothing(value)) ? { kind: asked } : undefined;
  const given = values.map(({ value }) => scalarsOf(value));
  if (given.includes(undefined)) return undefined;
  const scalars = given.flatMap((some) => some ?? []);
  if (isComparison(word)) return range(scalars.map((node) => [comparisons[wanted] ?? 'gte', numberIn(node)]));
  if (wanted === 'between' && scalars.length === 2)
    return range(scalars.map((node, index) => [index === 0 ? 'gte' : 'lte', numberIn(node)]));
  if (ranges.length > 0) return scalars.length > 0 ? undefined : range(ranges.flatMap(boundsIn));
  return scalars.length > 0 && foldWord(operator) === 'matches' ? { kind: 'values', values: scalars } : undefined;
}

/** Nothing, an empty text, or `true`: what some tools want beside `exists`. */
function saysNothing(node: Node | undefined): boolean {
  return node === undefined || (node.kind === 'scalar' && ['', 'null', 'true'].includes(String(node.value)));
}

function boundsIn(pair: Pair): readonly (readonly [Bound, number | undefined])[] {
  if (pair.value?.kind === 'map') return pair.value.pairs.flatMap(boundsIn);
  const bound = comparisons[foldWord(keyOf(pair))];
  if (bound !== undefined) return [[bound, numberIn(pair.value)]];
  const ends = scalarsOf(pair.value) ?? [];
  return ends.length === 2
    ? ends.map((end, index) => [index === 0 ? 'gte' : 'lte', numberIn(end)])
    : [['gte', undefined]];
}

function range(bounds: readonly (readonly [Bound, number | undefined])[]): Test | undefined {
  const known = bounds.flatMap(([bound, value]): [Bound, number][] => (value === undefined ? [] : [[bound, value]]));
  const isWhole = known.length > 0 && known.length === bounds.length;
  const isOnce = new Set(known.map(([bound]) => bound)).size === known.length;
  return isWhole && isOnce ? { kind: 'range', range: known } : undefined;
}

function numberIn(node: Node | undefined): number | undefined {
  const value = node?.kind === 'scalar' && node.value !== null && node.value !== '' ? Number(node.value) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

function scalarsOf(node: Node | undefined): readonly ScalarNode[] | undefined {
  const items = node?.kind === 'seq' ? node.items : node === undefined ? [] : [node];
  const scalars = items.flatMap((item) => (item.kind === 'scalar' && item.value !== null ? [item] : []));
  return scalars.length === items.length && scalars.length > 0 ? scalars : undefined;
}
