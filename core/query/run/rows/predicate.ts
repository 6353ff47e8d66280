/** Whether one segment satisfies one predicate of a segment filter, as far as the answer can say. */
import { isMap } from '../../compile/json.ts';
import type { JsonObject } from '../../model.ts';
import type { Cell } from '../model.ts';
import { between, instantOf } from './cells.ts';
import { textAt } from './json.ts';
import type { Place } from './places.ts';
import { isAnswered, segmentValues } from './segmentValues.ts';

/** What cannot be told from the answer is taken as satisfied: the org found the conversation, so the row stays. */
export function satisfies(place: Place, predicate: JsonObject): boolean {
  const dimension = textAt(predicate, 'dimension');
  if (dimension !== undefined && !isAnswered(dimension)) return true;
  const values = valuesOf(place, predicate);
  if (values === undefined) return true;
  const operator = textAt(predicate, 'operator') ?? 'matches';
  if (operator === 'exists') return values.length > 0;
  if (operator === 'notExists') return values.length === 0;
  const { range } = predicate;
  if (isMap(range)) return values.some((value) => isWithin(value, range));
  const wanted = predicate['value'];
  // Whether case counts in the org is not published; without it no row is dropped that the org may have meant.
  return values.some((value) => same(value, wanted));
}

/** True for a predicate about what only wrap-up segments have. */
export function isAboutWrapUp(predicate: JsonObject): boolean {
  return textAt(predicate, 'dimension')?.startsWith('wrapUp') ?? false;
}

function valuesOf(place: Place, predicate: JsonObject): readonly Cell[] | undefined {
  const [dimension, metric, property] = ['dimension', 'metric', 'property'].map((key) => textAt(predicate, key));
  if (dimension !== undefined) return segmentValues(place, dimension);
  if (metric === 'tSegmentDuration') {
    const length = between(place.segment?.segmentStart, place.segment?.segmentEnd);
    return length === undefined ? [] : [length];
  }
  return property === undefined ? undefined : propertyValues(place, property);
}

/** The published `AnalyticsProperty` of a segment: `{property, propertyType, value}`. */
function propertyValues({ segment }: Place, property: string): readonly Cell[] {
  const list: unknown = segment?.['properties'];
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown) => {
    const found = typeof item === 'object' && item !== null && 'property' in item && item.property === property;
    return found && 'value' in item && typeof item.value === 'string' ? [item.value] : [];
  });
}

function isWithin(value: Cell, range: JsonObject): boolean {
  const number = typeof value === 'number' ? value : (instantOf(value) ?? Number(value));
  const { gt, gte, lt, lte } = range;
  return (
    !Number.isNaN(number) &&
    (typeof gt !== 'number' || number > gt) &&
    (typeof gte !== 'number' || number >= gte) &&
    (typeof lt !== 'number' || number < lt) &&
    (typeof lte !== 'number' || number <= lte)
  );
}

const same = (value: Cell, wanted: unknown): boolean => String(value).toLowerCase() === String(wanted).toLowerCase();
