/** How wide a column must be for what it shows now. */
import type { ViewCell, ViewColumn } from './messages.ts';

/** Both sides of a cell, and in a heading an arrow, a mark and the grip. */
const CELL_ROOM = 24;
const HEADING_ROOM = 48;

/** In the grid's own font. @param cells those at hand; undefined ones count for nothing */
export function fittingWidth(
  { title }: ViewColumn,
  cells: readonly (ViewCell | undefined)[],
  grid: HTMLElement,
): number {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return 0;
  const { fontSize, fontFamily } = getComputedStyle(grid);
  pen.font = `${fontSize} ${fontFamily}`;
  const texts = cells.map((cell) => (typeof cell === 'object' ? cell.text : (cell ?? '')).slice(0, 300));
  const widest = Math.max(0, ...texts.map((text) => pen.measureText(text).width));
  return Math.max(widest + CELL_ROOM, pen.measureText(title).width + HEADING_ROOM);
}
