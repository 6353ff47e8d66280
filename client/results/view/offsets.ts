/** Where rows lie, in CSS pixels. Numbers only, so that it is tested without a browser. */

/** Every row has this height; the style sheet says the same. */
export const ROW_HEIGHT = 22;
export const HEADER_HEIGHT = 26;

/**
 * The tallest element that may be made. Chromium lays out 33.5 million device pixels and draws nothing below, so a
 * high zoom leaves fewer.
 * @param pixelRatio device pixels for a CSS pixel
 */
export const tallest = (pixelRatio: number) => Math.min(8_000_000, Math.floor(32_000_000 / pixelRatio));

/** How many rows there are, how many pixels of them are seen at a time, and how tall their element may be. */
export interface Extent {
  readonly rows: number;
  readonly view: number;
  readonly tallest: number;
}

/** The height of the element that makes the scroll bar. */
export const spacerHeight = (extent: Extent) => Math.min(extent.tallest, extent.rows * ROW_HEIGHT);

/** How far the rows move for one pixel of the scroll bar. 1 until the rows are taller than what may be laid out. */
export function ratio({ rows, view, tallest: most }: Extent): number {
  const height = rows * ROW_HEIGHT;
  return height > most ? (height - view) / (most - view) : 1;
}

/** The nearest offset that exists. Whole pixels, since a transform is a 32 bit float. */
export function clampOffset(offset: number, { rows, view }: Extent): number {
  return Math.max(0, Math.min(rows * ROW_HEIGHT - view, Math.round(offset)));
}

export const scrollTopOf = (offset: number, extent: Extent) => Math.round(offset / ratio(extent));

export const offsetOf = (scrollTop: number, extent: Extent) => clampOffset(scrollTop * ratio(extent), extent);

/** The offset that shows a row whole and moves least. */
export function offsetShowing(row: number, offset: number, extent: Extent): number {
  const top = row * ROW_HEIGHT;
  if (top < offset) return clampOffset(top, extent);
  const below = top + ROW_HEIGHT - extent.view;
  return below > offset ? clampOffset(below, extent) : offset;
}

/** The columns that some part of is seen, and one more at each side. `to` is exclusive. */
export function columnsSeen(
  widths: readonly number[],
  left: number,
  view: number,
): { readonly from: number; readonly to: number } {
  let [from, to, x] = [widths.length, 0, 0];
  for (const [at, width] of widths.entries()) {
    if (x + width > left && x < left + view) {
      from = Math.min(from, at);
      to = at + 1;
    }
    x += width;
  }
  return { from: Math.max(0, from - 1), to: Math.min(widths.length, Math.max(from, to) + 1) };
}
