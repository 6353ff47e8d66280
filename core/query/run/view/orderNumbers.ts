import { radixOrder } from './radix.ts';

const SIGN = 0x8000_0000;

/** The rows of a column in the order of their numbers; equal ones stay as they are. */
export function orderNumbers(values: Float64Array, rows: Uint32Array, descending: boolean): Uint32Array {
  const high = new Uint32Array(rows.length);
  const low = new Uint32Array(rows.length);
  const number = new Float64Array(1);
  // The bits of a double, as the platform lays them: both kinds of machine that there are put the low half first.
  const halves = new Uint32Array(number.buffer);
  const invert = descending ? 0xffff_ffff : 0;
  for (let position = 0; position < rows.length; position += 1) {
    // Adding 0 makes -0 equal to 0.
    number[0] = (values[rows[position] ?? 0] ?? 0) + 0;
    const bits = halves[0] ?? 0;
    const top = halves[1] ?? 0;
    const negative = (top & SIGN) !== 0;
    // As whole numbers, negative doubles come after the positive ones and in reverse.
    high[position] = (negative ? ~top : top ^ SIGN) ^ invert;
    low[position] = (negative ? ~bits : bits) ^ invert;
  }
  return radixOrder(high, low).map((position) => rows[position] ?? 0);
}
