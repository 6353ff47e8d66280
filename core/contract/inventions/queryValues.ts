/** Values of queries that others write, with the one that is meant in that place. */
import { allowedValues } from '../descriptions.ts';
import { bare } from './fold.ts';
import { dimensionWords, timeWords } from './dimensionWords.ts';
import { metricWords } from './metricWords.ts';
import type { InventedValue, InventedWord, Place } from './model.ts';
import { places } from './places.ts';
import { scopeWords } from './scopeWords.ts';
import {
  comparisons,
  dimensionValueWords,
  filterTypeWords,
  granularityWords,
  negations,
  operatorWords,
  orderByWords,
  orderWords,
  predicateTypeWords,
} from './valueWords.ts';

/** The table as tests and documentation see it. */
export const queryWords: Readonly<Record<string, readonly InventedWord[]>> = {
  metric: metricWords,
  dimension: dimensionWords,
  operator: operatorWords,
  predicateType: predicateTypeWords,
  filterType: filterTypeWords,
  order: orderWords,
  orderBy: orderByWords,
  granularity: granularityWords,
  scope: scopeWords,
};

/** Letters and digits decide; a word of signs alone (`==`) stands for itself. */
export function foldWord(text: string): string {
  return bare(text) || text.trim();
}

const indexes: ReadonlyMap<readonly InventedWord[], ReadonlyMap<string, InventedWord>> = new Map(
  [...Object.values(queryWords), ...Object.values(dimensionValueWords)].map((words) => [
    words,
    new Map(words.flatMap((word) => word.names.map((name): [string, InventedWord] => [foldWord(name), word]))),
  ]),
);

/** The entry of a list for a word. */
export function findWord(words: readonly InventedWord[], text: string): InventedWord | undefined {
  return indexes.get(words)?.get(foldWord(text));
}

/** What is known about a value of a query: nothing for a real one, and for one that nobody is known to write. */
export function findInventedQueryValue(where: Place, key: string, value: string): InventedValue | undefined {
  const { kind, path } = places[where];
  const list = allowedValues(kind, [...path, key, '*']);
  const possible = (list.length > 0 ? list : allowedValues(kind, [...path, key])).map((fact) => String(fact.value));
  if (possible.includes(value)) return undefined;
  const found = meantValue(where, key, value, possible);
  return found === undefined ? undefined : { where, key, ...found };
}

type Meant = Pick<InventedValue, 'explanation' | 'real'>;

function meantValue(where: Place, key: string, value: string, possible: readonly string[]): Meant | undefined {
  const part = where.split('.')[1] ?? '';
  const isPredicate = part === 'predicate' || part === 'clausePredicate';
  if (key === 'operator' && isPredicate) return operator(value);
  const respelled = possible.find((real) => foldWord(real) === foldWord(value));
  if (respelled !== undefined) return { real: respelled, explanation: `It is spelled \`${respelled}\`.` };
  if (key === 'type' && isPredicate) return word(predicateTypeWords, value, possible);
  if (key === 'type' && (part === 'filter' || part === 'clause')) return word(filterTypeWords, value, possible);
  if (key === 'order') return word(orderWords, value, possible);
  if (key === 'orderBy') return word(orderByWords, value, possible);
  if (key === 'groupBy') return grouping(value, possible);
  if (key === 'dimension') return known(dimensionWords, value);
  if (key === 'metrics' || key === 'metric' || key === 'target' || key === 'name') return metric(value, possible);
  return undefined;
}

function word(words: readonly InventedWord[], value: string, possible: readonly string[]): Meant | undefined {
  const found = findWord(words, value);
  if (found === undefined || !possible.includes(found.real)) return undefined;
  return { real: found.real, explanation: sentence(found) };
}

/** Another list of filters may have what is meant; which one is told once the name is right. */
function known(words: readonly InventedWord[], value: string): Meant | undefined {
  const found = findWord(words, value);
  return found === undefined || found.real === value ? undefined : { real: found.real, explanation: sentence(found) };
}

function sentence({ real, explanation }: InventedWord): string {
  return `In the API it is \`${real}\`.${explanation === undefined ? '' : ` ${explanation}`}`;
}

/** `handleTime`, `nWrapup`, and a metric without its prefix. */
function metric(value: string, possible: readonly string[]): Meant | undefined {
  const known = word(metricWords, value, possible);
  if (known !== undefined) return known;
  const bareWord = foldWord(value);
  const stem = bareWord.replace(
    /^(?:total|sum|avg|average|max|min|num|number)(?:of)?|(?:time|count|duration|ms)$/g,
    '',
  );
  const real = [bareWord, stem]
    .map((wanted) => possible.filter((name) => wanted.length > 2 && foldWord(name.slice(1)) === wanted))
    .find((found) => found.length === 1)?.[0];
  return real === undefined ? undefined : { real, explanation: sentence({ names: [], real }) };
}

function grouping(value: string, possible: readonly string[]): Meant | undefined {
  if (timeWords.has(bare(value))) {
    return {
      explanation:
        'Time is not grouped by: `granularity` cuts the interval into pieces, for example `granularity: P1D`.',
    };
  }
  return word(dimensionWords, value, possible);
}

function operator(value: string): Meant | undefined {
  if (negations.has(bare(value)) || /^(?:!=|<>|!)/.test(value.trim()))
    return {
      explanation: 'The API cannot ask for what is not so. Drop such rows afterwards with `exclude` under `output`.',
    };
  if (isComparison(value))
    return { explanation: 'Numbers are compared with `range` and no operator: `range: { gte: 5 }`.' };
  const found = findWord(operatorWords, value);
  if (found !== undefined) return { real: found.real, explanation: sentence(found) };
  const real = ['matches', 'exists', 'notExists'].find((known) => bare(known) === bare(value));
  return real === undefined ? undefined : { real, explanation: `It is spelled \`${real}\`.` };
}

export function isComparison(value: string): boolean {
  return Object.hasOwn(comparisons, foldWord(value));
}

/** A value of a dimension as others write it: `phone` for `voice`. Nothing for one that is right or that may be anything. */
export function findDimensionValue(dimension: string, value: string): Meant | undefined {
  const name = dimension === 'originatingDirection' ? 'direction' : dimension;
  const words = Object.hasOwn(dimensionValueWords, name) ? dimensionValueWords[name] : undefined;
  if (words === undefined) return undefined;
  const wanted = foldWord(value);
  const real = findWord(words, value) ?? words.find((known) => foldWord(known.real) === wanted);
  return real === undefined || real.real === value ? undefined : { real: real.real, explanation: sentence(real) };
}
