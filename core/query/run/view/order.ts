import { type ColumnData, NULL } from '../store/index.ts';
import { orderCodes } from './orderCodes.ts';
import { orderNumbers } from './orderNumbers.ts';
import { orderTexts } from './orderTexts.ts';

/** Rows in the order of one column. Equal ones stay as they are; `null` and then missing come last in both directions. */
export function ordered(data: ColumnData, rows: Uint32Array, descending: boolean): Uint32Array {
  if (data.kind === 'dictionary') return orderCodes(data, rows, descending);
  const { at } = data.absences;
  const present = rows.filter((row) => at(row) === undefined);
  const order =
    data.kind === 'numbers' ? orderNumbers(data.values, present, descending) : orderTexts(data, present, descending);
  if (present.length === rows.length) return order;
  const result = new Uint32Array(rows.length);
  result.set(order);
  result.set(
    rows.filter((row) => at(row) === NULL),
    order.length,
  );
  const missing = rows.filter((row) => at(row) !== undefined && at(row) !== NULL);
  result.set(missing, rows.length - missing.length);
  return result;
}
