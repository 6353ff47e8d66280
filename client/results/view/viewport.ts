/** What part of the rows is seen. The scroll bar is shorter than the rows, so the offset is one of our own. */
import { Virtualizer } from '@tanstack/virtual-core';
import { startsOf } from './columns.ts';
import {
  clampOffset,
  columnsSeen,
  HEADER_HEIGHT,
  offsetOf,
  offsetShowing,
  ratio,
  ROW_HEIGHT,
  scrollTopOf,
  spacerHeight,
  tallest,
} from './offsets.ts';

export interface Span {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export interface Viewport {
  /** Pixels of rows above the first that is seen. */
  readonly offset: number;
  readonly left: number;
  /** What a row's own place is moved by, since the scroll bar moves less than the rows. */
  readonly shift: number;
  /** Rows that a page holds. */
  readonly page: number;
  readonly rows: Span;
  readonly columns: Span;
  setSize(rows: number, widths: readonly number[]): void;
  scrollTo(offset: number, left?: number): void;
  /** Moves as little as shows this cell whole. A row below 0 is the headings, which are always seen. */
  reveal(row: number, column: number): void;
}

/**
 * The virtualiser measures every row anew when their number changes, which at a million takes a frame. So it is given
 * room for more, and what it says is cut to the rows that there are.
 */
const capacity = (rows: number) => (rows === 0 ? 0 : 2 ** Math.ceil(Math.log2(rows)));

/**
 * @param scroller what scrolls; its first child is the row of headings, which stays
 * @param body holds the rows and is as high as the scroll bar needs
 * @param changed called when something else is seen than before
 */
export function createViewport(scroller: HTMLElement, body: HTMLElement, changed: () => void): Viewport {
  let rows = 0;
  let widths: readonly number[] = [];
  let offset = 0;
  /** The position that was last read or written, so that one's own writing is not taken for a person's. */
  let position = 0;
  let tellOffset = () => {};

  const view = () => Math.max(0, scroller.clientHeight - HEADER_HEIGHT);
  const extent = () => ({ rows, view: view(), tallest: tallest(window.devicePixelRatio) });

  const virtualizer: Virtualizer<HTMLElement, HTMLElement> = new Virtualizer({
    count: 0,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    scrollToFn: () => {},
    observeElementRect(_, tell) {
      const measure = () => {
        tell({ width: scroller.clientWidth, height: view() });
        put(offset);
        changed();
      };
      const observer = new ResizeObserver(measure);
      observer.observe(scroller);
      tell({ width: scroller.clientWidth, height: view() });
      return () => observer.disconnect();
    },
    observeElementOffset(_, tell) {
      tellOffset = () => tell(offset, false);
      tellOffset();
    },
    onChange: changed,
  });

  function put(next: number): void {
    body.style.height = `${spacerHeight(extent())}px`;
    offset = clampOffset(next, extent());
    scroller.scrollTop = scrollTopOf(offset, extent());
    position = scroller.scrollTop;
    tellOffset();
  }

  scroller.addEventListener(
    'scroll',
    () => {
      if (scroller.scrollTop !== position) {
        position = scroller.scrollTop;
        offset = offsetOf(position, extent());
        tellOffset();
      }
      changed();
    },
    { passive: true },
  );
  // A wheel would move as many pixels of the bar, which may stand for many more of the rows.
  scroller.addEventListener(
    'wheel',
    (event) => {
      if (ratio(extent()) === 1 || event.ctrlKey || event.shiftKey || event.deltaY === 0) return;
      event.preventDefault();
      put(offset + event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? ROW_HEIGHT : 1));
      scroller.scrollLeft += event.deltaX;
      changed();
    },
    { passive: false },
  );
  virtualizer._didMount();
  virtualizer._willUpdate();

  return {
    get offset() {
      return offset;
    },
    get left() {
      return scroller.scrollLeft;
    },
    get shift() {
      return scroller.scrollTop - offset;
    },
    get page() {
      return Math.max(1, Math.floor(view() / ROW_HEIGHT) - 1);
    },
    get rows() {
      const items = virtualizer.getVirtualItems();
      return { from: Math.min(rows, items[0]?.index ?? 0), to: Math.min(rows, (items.at(-1)?.index ?? -1) + 1) };
    },
    get columns() {
      return columnsSeen(widths, scroller.scrollLeft, scroller.clientWidth);
    },
    setSize(next, nextWidths) {
      widths = nextWidths;
      body.style.width = `${startsOf(widths).at(-1) ?? 0}px`;
      if (next !== rows) {
        rows = next;
        const count = capacity(rows);
        if (count !== virtualizer.options.count) {
          virtualizer.setOptions({ ...virtualizer.options, count });
          virtualizer._willUpdate();
        }
      }
      put(offset);
      changed();
    },
    scrollTo(next, left = scroller.scrollLeft) {
      put(next);
      scroller.scrollLeft = left;
      changed();
    },
    reveal(row, column) {
      if (row >= 0) put(offsetShowing(row, offset, extent()));
      const starts = startsOf(widths);
      const [start, end] = [starts[column] ?? 0, starts[column + 1] ?? 0];
      if (start < scroller.scrollLeft) scroller.scrollLeft = start;
      else if (end > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = end - scroller.clientWidth;
      changed();
    },
  };
}
