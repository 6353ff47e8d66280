import type { Row } from '../model.ts';

/** A result as text, piece by piece: a host writes each as it comes and never holds the whole. */
export interface RowWriter {
  /** What stands before the first row. */
  begin(): string;
  rows(rows: readonly Row[]): string;
  /** What stands after the last. */
  end(): string;
}

/** Rows to a piece: large enough that writing is not a matter of calls, small enough to stay young. */
const ROWS_A_CHUNK = 500;

/** Everything a writer makes of rows. */
export function* chunksOf(writer: RowWriter, rows: Iterable<Row>): Generator<string, void, undefined> {
  yield writer.begin();
  let some: Row[] = [];
  for (const row of rows) {
    some.push(row);
    if (some.length < ROWS_A_CHUNK) continue;
    yield writer.rows(some);
    some = [];
  }
  if (some.length > 0) yield writer.rows(some);
  yield writer.end();
}
