import type { Cell } from '../model.ts';
import { MISSING, NULL, type StoredColumn } from './columnData.ts';
import { roomFor } from './growing.ts';

/** As many different cells as a code of two bytes can tell apart. */
const MOST_ENTRIES = 65_536;

export interface DictionaryColumn extends StoredColumn {
  /** Whether there is a code for this cell, or room for one more. */
  takes(cell: Cell): boolean;
}

/** Booleans, and texts of which few are different: 2 bytes a row. */
export function createDictionaryColumn(key: string, type: 'string' | 'boolean'): DictionaryColumn {
  const entries: Cell[] = [];
  entries[NULL] = null;
  entries[MISSING] = undefined;
  const codeOf = new Map<Cell, number>(entries.map((entry, code) => [entry, code]));
  let codes: Uint16Array = new Uint16Array(0);
  let length = 0;
  const newCode = (cell: Cell): number => {
    if (typeof cell !== type) throw new TypeError(`The column ${key} holds ${type}s, and was given a ${typeof cell}.`);
    const code = entries.push(cell) - 1;
    codeOf.set(cell, code);
    return code;
  };
  return {
    takes: (cell) => entries.length < MOST_ENTRIES || codeOf.has(cell),
    push(cell) {
      codes = roomFor(codes, length + 1, Uint16Array);
      codes[length] = codeOf.get(cell) ?? newCode(cell);
      length += 1;
    },
    cell: (row) => entries[codes[row] ?? MISSING],
    data: () => ({ kind: 'dictionary', codes, entries }),
  };
}
