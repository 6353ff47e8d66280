import { createAbsences } from './absences.ts';
import { cellOfAbsence, type StoredColumn } from './columnData.ts';
import { roomFor } from './growing.ts';

/** Numbers, durations and instants: 8 bytes a row. */
export function createNumberColumn(key: string): StoredColumn {
  const absences = createAbsences();
  let values: Float64Array = new Float64Array(0);
  let length = 0;
  return {
    push(cell) {
      values = roomFor(values, length + 1, Float64Array);
      if (typeof cell === 'number') values[length] = cell;
      else if (cell === null || cell === undefined) absences.mark(length, cell);
      else throw new TypeError(`The column ${key} holds numbers, and was given a ${typeof cell}.`);
      length += 1;
    },
    cell(row) {
      const absence = absences.at(row);
      return absence === undefined ? values[row] : cellOfAbsence(absence);
    },
    data: () => ({ kind: 'numbers', values, absences }),
  };
}
