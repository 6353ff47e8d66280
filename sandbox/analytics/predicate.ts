/** What one predicate says of the values that a field has. */
import type { Switches } from '../switches.ts';
import type { Predicate, Range } from './filterModel.ts';

export type Value = string | number | boolean;

/**
 * A test of all values of a field. A field without a value exists not; a field with several matches if one does.
 * Dates are compared as instants, and with a range as milliseconds since the epoch (inferred).
 */
export function valuesTest(predicate: Predicate, switches: Switches): (values: readonly Value[]) => boolean {
  const { operator = 'matches', value, range } = predicate;
  if (operator === 'exists') return (values) => values.length > 0;
  if (operator === 'notExists') return (values) => values.length === 0;
  if (range) return (values) => values.some((one) => isWithin(numberOf(one), range));
  const same = equals(value ?? '', switches.predicateCase);
  return (values) => values.some(same);
}

function equals(wanted: string, predicateCase: Switches['predicateCase']): (value: Value) => boolean {
  const instant = numberOf(wanted);
  const folded = wanted.toLowerCase();
  return (value) => {
    const text = String(value);
    if (text === wanted) return true;
    if (predicateCase === 'ignored' && text.toLowerCase() === folded) return true;
    return !Number.isNaN(instant) && numberOf(value) === instant;
  };
}

/** NaN for text that is no date. */
function numberOf(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return Date.parse(value);
  return Number.NaN;
}

export function isWithin(value: number, range: Range): boolean {
  return (
    !Number.isNaN(value) &&
    (range.gt === undefined || value > range.gt) &&
    (range.gte === undefined || value >= range.gte) &&
    (range.lt === undefined || value < range.lt) &&
    (range.lte === undefined || value <= range.lte)
  );
}
