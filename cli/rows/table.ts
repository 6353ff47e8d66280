import { shownCell } from '#core/query/run/display/index.ts';
import type { RowWriter } from '#core/query/run/export/index.ts';
import type { Cell, Column, Row } from '#core/query/run/model.ts';
import { printable } from '../escape.ts';
import type { Style } from '../style.ts';
import { cutToWidth, displayWidth } from '../width.ts';
import { gap, layoutOf } from './layout.ts';

export interface TableOptions {
  /** IANA. */
  readonly timeZone: string;
  readonly style: Style;
  /** Of the terminal; undefined for a pipe or a file, where nothing is cut. */
  readonly width: number | undefined;
  /** Told once which columns there is no place for. */
  readonly onLeftOut: (columns: readonly Column[]) => void;
}

/** What stands for a cell without a text. */
const WORDS = { null: 'null', missing: '–', empty: '""' } as const;

/**
 * A table for people. Its columns are as wide as its headings and its first rows need; what is longer later is cut in a
 * terminal and pushes the rest of its line aside elsewhere.
 */
export function tableWriter(columns: readonly Column[], options: TableOptions): RowWriter {
  const { timeZone, style, width, onLeftOut } = options;
  const titles = columns.map(({ title }) => printable(title));
  let layout: readonly number[] | undefined;

  const line = (widths: readonly number[], texts: readonly string[], paint: (at: number, text: string) => string) =>
    `${widths
      .map((wide, at) => {
        const text = width === undefined ? (texts[at] ?? '') : cutToWidth(texts[at] ?? '', wide);
        const padding = ' '.repeat(Math.max(0, wide - displayWidth(text)));
        if (isFigure(columns[at])) return padding + paint(at, text);
        return paint(at, text) + (at === widths.length - 1 ? '' : padding);
      })
      .join(gap)}\n`;
  const heading = (widths: readonly number[]) => line(widths, titles, (_, text) => style('bold', text));
  const begin = (texts: readonly (readonly string[])[]): readonly number[] => {
    const wanted = titles.map((title, at) =>
      texts.reduce((most, row) => Math.max(most, displayWidth(row[at] ?? '')), displayWidth(title)),
    );
    const widths = layoutOf(wanted, width);
    if (widths.length < columns.length) onLeftOut(columns.slice(widths.length));
    return widths;
  };
  return {
    begin: () => '',
    rows(rows) {
      const texts = rows.map((row) => columns.map((column, at) => cellText(row[at], column, timeZone)));
      const head = layout ? '' : heading((layout = begin(texts)));
      const widths = layout ?? [];
      return head + texts.map((row, at) => line(widths, row, painter(rows[at] ?? [], style))).join('');
    },
    end: () => (layout ? '' : heading(begin([]))),
  };
}

const isFigure = (column: Column | undefined): boolean => column?.type === 'number' || column?.type === 'duration';

function cellText(cell: Cell, column: Column, timeZone: string): string {
  const shown = shownCell(cell, column, { timeZone });
  if (typeof shown === 'string') return printable(shown);
  return shown.state ? WORDS[shown.state] : printable(shown.text);
}

/** Where there is no value, its word must not look like one. */
function painter(row: Row, style: Style): (at: number, text: string) => string {
  return (at, text) => (row[at] === null || row[at] === undefined || row[at] === '' ? style('dim', text) : text);
}
