/** The columns of the view: which are shown, how wide, and where they begin. */
import type { ViewColumn } from './messages.ts';

export const NARROWEST = 48;
export const WIDEST = 1200;

const USUAL: Readonly<Record<ViewColumn['type'], number>> = {
  text: 180,
  number: 104,
  duration: 112,
  instant: 176,
  boolean: 88,
};

export interface Columns {
  readonly all: readonly ViewColumn[];
  readonly shown: readonly ViewColumn[];
  /** Keys of what is not shown. */
  readonly hidden: readonly string[];
  /** Of the shown ones, in pixels. */
  readonly widths: readonly number[];
  /** What a person set, by key. */
  readonly chosenWidths: Readonly<Record<string, number>>;
  /** Takes new columns. Widths that a person chose stay with their key. */
  open(columns: readonly ViewColumn[], hidden: readonly string[], widths?: Readonly<Record<string, number>>): void;
  /** Hides or shows one. The last shown column stays. @returns whether anything changed */
  setShown(key: string, shown: boolean): boolean;
  /** Shows these and no others; all, where none would be left. */
  showAll(): void;
  setWidth(key: string, width: number): void;
}

export function createColumns(): Columns {
  let all: readonly ViewColumn[] = [];
  let hidden: ReadonlySet<string> = new Set();
  let chosen: Readonly<Record<string, number>> = {};
  let shown: readonly ViewColumn[] = [];
  let widths: readonly number[] = [];
  const refresh = () => {
    shown = all.filter(({ key }) => !hidden.has(key));
    widths = shown.map((column) => chosen[column.key] ?? usualWidth(column));
  };
  return {
    get all() {
      return all;
    },
    get shown() {
      return shown;
    },
    get hidden() {
      return all.filter(({ key }) => hidden.has(key)).map(({ key }) => key);
    },
    get widths() {
      return widths;
    },
    get chosenWidths() {
      return chosen;
    },
    open(columns, hide, kept = {}) {
      all = columns;
      hidden = new Set(columns.every(({ key }) => hide.includes(key)) ? [] : hide);
      chosen = { ...chosen, ...kept };
      refresh();
    },
    setShown(key, show) {
      if (hidden.has(key) !== show || (!show && shown.length === 1)) return false;
      hidden = new Set(show ? [...hidden].filter((other) => other !== key) : [...hidden, key]);
      refresh();
      return true;
    },
    showAll() {
      hidden = new Set();
      refresh();
    },
    setWidth(key, width) {
      chosen = { ...chosen, [key]: Math.round(Math.max(NARROWEST, Math.min(WIDEST, width))) };
      refresh();
    },
  };
}

/** By type, and wide enough for the title with a sort arrow. */
const usualWidth = ({ type, title }: ViewColumn) => Math.min(320, Math.max(USUAL[type], title.length * 7.5 + 44));

/** Where each column begins, and the end of the last. */
export function startsOf(widths: readonly number[]): readonly number[] {
  const starts = [0];
  for (const width of widths) starts.push((starts.at(-1) ?? 0) + width);
  return starts;
}
