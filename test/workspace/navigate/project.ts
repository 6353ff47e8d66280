/** A project of a few files, with a cursor: `¦` in one of them. */
import { openText, type LiveText } from '#core/text/live/index.ts';
import type { Position, Range, TextEdit } from '#core/text/position.ts';
import { linesOf } from '#core/text/position.ts';

export type Files = Readonly<Record<string, string>>;

export interface Opened {
  readonly files: readonly LiveText[];
  readonly file: LiveText;
  readonly position: Position;
}

export function opened(files: Files): Opened {
  const texts = Object.entries(files);
  const [name, marked] = texts.find(([, text]) => text.includes('¦')) ?? ['', ''];
  const at = marked.indexOf('¦');
  const all = texts.map(([file, text]) => openText(file, text.replace('¦', '')));
  const file = all.find((text) => text.name === name);
  if (file === undefined) throw new Error('No file has a cursor.');
  return { files: all, file, position: linesOf(marked).positionAt(at) };
}

/** `catalog.wrapup.yaml:3 Refund`, lines from 1 as editors show them. */
export function shown(
  files: readonly LiveText[],
  locations: readonly { readonly file: string; readonly range: Range }[],
): readonly string[] {
  return locations.map(({ file, range }) => {
    const text = files.find(({ name }) => name === file)?.text() ?? '';
    const lines = linesOf(text);
    return `${file}:${range.start.line + 1} ${text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end))}`;
  });
}

/** The texts after the edits, as an editor applies them. Throws where edits overlap. */
export function afterEdits(files: Files, edits: ReadonlyMap<string, readonly TextEdit[]>): Files {
  const changed = Object.entries(files).map(([file, text]) => [
    file,
    edited(text.replace('¦', ''), edits.get(file) ?? []),
  ]);
  return Object.fromEntries(changed);
}

function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = linesOf(text);
  const spans = edits
    .map(({ range, newText }) => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end), newText }))
    .toSorted((a, b) => b.start - a.start || b.end - a.end);
  let [result, before] = [text, Infinity];
  for (const { start, end, newText } of spans) {
    if (end > before) throw new Error(`Edits overlap at ${start}.`);
    result = result.slice(0, start) + newText + result.slice(end);
    before = start;
  }
  return result;
}
