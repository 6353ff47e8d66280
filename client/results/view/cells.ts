/** One cell as an element. `null`, a missing field and an empty text each look and sound different. */
import { setAttribute, setText } from './dom.ts';
import type { ViewCell, ViewColumn } from './messages.ts';

/** A line that is seen is never as long; what is longer would only cost layout. Copy and export take it whole. */
const LONGEST = 1000;

type Missing = 'null' | 'missing' | 'empty';

/** What stands for a cell without a text, and what a screen reader says. */
const WORDS: Readonly<Record<Missing, { readonly text: string; readonly spoken: string }>> = {
  null: { text: 'null', spoken: 'null' },
  missing: { text: '–', spoken: 'no value' },
  empty: { text: '""', spoken: 'empty text' },
};

/** @param cell undefined while it is on its way: the text that is there stays for a moment */
export function paintCell(target: HTMLElement, cell: ViewCell | undefined, type: ViewColumn['type']): void {
  const plain = typeof cell === 'string' ? { text: cell } : cell;
  const state = stateOf(plain);
  const text = plain?.text || (state ? WORDS[state].text : '');
  if (plain) setText(target, text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
  target.className = ['cell', type, state ?? '', plain ? '' : 'pending'].filter(Boolean).join(' ');
  setAttribute(target, 'aria-label', spoken(plain, state));
  setAttribute(target, 'title', plain?.hint);
}

type PlainCell = Exclude<ViewCell, string>;

function stateOf(cell: PlainCell | undefined): Missing | undefined {
  if (!cell) return undefined;
  return cell.state ?? (cell.text === '' ? 'empty' : undefined);
}

/** Only where the text alone would not say it. */
function spoken(cell: PlainCell | undefined, state: Missing | undefined): string | undefined {
  if (!cell) return 'loading';
  if (!state) return undefined;
  const { text, spoken: word } = WORDS[state];
  return cell.text && cell.text !== text ? `${word}, ${cell.text}` : word;
}
