/** Which cell is active and which are selected. Rows count from 0; the headings are the row -1. */

export const HEADINGS = -1;

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A rectangle between the active cell and its anchor, both included; or an area of its own around the active cell. */
export interface Selection {
  readonly active: Place;
  readonly anchor: Place;
  readonly area?: Rectangle;
}

/** How many rows and columns there are, and how many rows a page moves. */
export interface Limits {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

export interface Rectangle {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** A key as far as it moves: its name, and whether Ctrl or Cmd is held. */
export interface MoveKey {
  readonly key: string;
  readonly far: boolean;
}

export const at = (place: Place): Selection => ({ active: place, anchor: place });

/** Where a key leads from a place; undefined for a key that does not move. */
export function moved({ row, column }: Place, { key, far }: MoveKey, limits: Limits): Place | undefined {
  const [lastRow, lastColumn] = [limits.rows - 1, limits.columns - 1];
  switch (key) {
    case 'ArrowDown':
      return within({ row: far ? lastRow : row + 1, column }, limits);
    case 'ArrowUp':
      return within({ row: far ? Math.min(row, 0) : row - 1, column }, limits);
    case 'ArrowRight':
      return within({ row, column: far ? lastColumn : column + 1 }, limits);
    case 'ArrowLeft':
      return within({ row, column: far ? 0 : column - 1 }, limits);
    case 'PageDown':
      return within({ row: Math.max(row, 0) + limits.page, column }, limits);
    case 'PageUp':
      return within({ row: row === HEADINGS ? row : Math.max(0, row - limits.page), column }, limits);
    case 'Home':
      return within(far ? { row: 0, column: 0 } : { row, column: 0 }, limits);
    case 'End':
      return within(far ? { row: lastRow, column: lastColumn } : { row, column: lastColumn }, limits);
    default:
      return undefined;
  }
}

/** The nearest place that exists. Without rows that is a heading. */
export function within({ row, column }: Place, { rows, columns }: Limits): Place {
  return {
    row: Math.max(HEADINGS, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  };
}

/** The selected cells; `to` is exclusive. Headings are never selected, so that the active heading selects nothing. */
export function rectangle({ active, anchor, area }: Selection): Rectangle {
  if (area) return area;
  return {
    fromRow: Math.max(0, Math.min(active.row, anchor.row)),
    toRow: active.row === HEADINGS ? 0 : Math.max(active.row, anchor.row) + 1,
    fromColumn: Math.min(active.column, anchor.column),
    toColumn: Math.max(active.column, anchor.column) + 1,
  };
}

/** Everything, or all of the rows or columns that are selected. The active cell stays, and with it what is seen. */
export function widened(selection: Selection, to: 'everything' | 'rows' | 'columns', limits: Limits): Selection {
  const { active, anchor } = selection;
  const area = rectangle({ active: { ...active, row: Math.max(0, active.row) }, anchor });
  const everyRow = to === 'rows' ? {} : { fromRow: 0, toRow: limits.rows };
  const everyColumn = to === 'columns' ? {} : { fromColumn: 0, toColumn: limits.columns };
  return { active, anchor, area: { ...area, ...everyRow, ...everyColumn } };
}

export const contains = (area: Rectangle, { row, column }: Place) =>
  row >= area.fromRow && row < area.toRow && column >= area.fromColumn && column < area.toColumn;
