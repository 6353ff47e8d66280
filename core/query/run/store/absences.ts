import { type Absences, MISSING, NULL } from './columnData.ts';
import { roomFor } from './growing.ts';

export interface GrowingAbsences extends Absences {
  mark(row: number, cell: null | undefined): void;
}

/** Takes no memory while every row has a value. */
export function createAbsences(): GrowingAbsences {
  // 0 is a value, so that rows nobody marked have one.
  let states: Uint8Array = new Uint8Array(0);
  return {
    mark(row, cell) {
      states = roomFor(states, row + 1, Uint8Array);
      states[row] = cell === null ? 1 : 2;
    },
    at(row) {
      const state = states[row];
      if (!state) return undefined;
      return state === 1 ? NULL : MISSING;
    },
  };
}
