const GAP = 2;
/** Narrower than this, most texts say nothing any more. */
const NARROWEST = 8;
/** Without a terminal nothing is cut, but one long note must not push all that follows far to the right. */
const WIDEST_PADDING = 60;

/**
 * The widths of a table's columns, from what they would like to have. In a terminal the widest give way first; columns
 * at the end for which no place is left at all are not among them.
 * @param available the terminal's columns; undefined where lines may be of any length
 */
export function layoutOf(wanted: readonly number[], available: number | undefined): readonly number[] {
  if (available === undefined) return wanted.map((width) => Math.min(width, WIDEST_PADDING));
  let widths = wanted;
  while (lineWidth(widths) > available) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    const cut = Math.min(lineWidth(widths) - available, widest - Math.max(NARROWEST, nextWidest(widths, widest)));
    const at = widths.indexOf(widest);
    widths = widths.with(at, widest - Math.max(1, cut));
  }
  while (widths.length > 1 && lineWidth(widths) > available) widths = widths.slice(0, -1);
  return widths;
}

const nextWidest = (widths: readonly number[], widest: number): number =>
  Math.max(0, ...widths.filter((width) => width < widest));

const lineWidth = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, GAP * (widths.length - 1));

export const gap = ' '.repeat(GAP);
