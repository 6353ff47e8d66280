/** Generated edits, as people make them in an editor. They are plain data, so that a shrunk case can be read. */
import fc from 'fast-check';
import { linesOf, type Range } from '#core/text/position.ts';
import type { TextChange } from '#core/text/live/model.ts';

export { catalogTexts, riskyCatalogTexts, soundCatalogTexts } from './randomTexts.ts';

/** How many edits all runs of one property make together. A long run sets WRAPSMITH_FUZZ_EDITS. */
export const editCount = Number(process.env['WRAPSMITH_FUZZ_EDITS'] ?? 2000);

/** A place in whatever text there is: numbers beyond its end begin again at its start. */
interface Place {
  readonly line: number;
  readonly character: number | 'start' | 'indent' | 'end';
}

export type Edit =
  | { readonly kind: 'insert'; readonly at: Place; readonly text: string }
  /** One change for each character. */
  | { readonly kind: 'type'; readonly at: Place; readonly text: string }
  | { readonly kind: 'delete'; readonly at: Place; readonly count: number }
  | { readonly kind: 'delete-lines'; readonly line: number; readonly count: number }
  | { readonly kind: 'duplicate-lines'; readonly line: number; readonly count: number }
  | { readonly kind: 'move-lines'; readonly line: number; readonly count: number; readonly to: number }
  /** Lines of the text itself, put in somewhere else and taken out again. */
  | { readonly kind: 'paste-and-undo'; readonly line: number; readonly count: number; readonly to: number }
  | { readonly kind: 'indent-lines'; readonly line: number; readonly count: number; readonly by: string }
  /** A character put in and taken out again. */
  | { readonly kind: 'break-and-repair'; readonly at: Place; readonly text: string }
  | { readonly kind: 'replace-all'; readonly text: string };

/** A text after a change, by the plainest of ways. */
export function applyChange(before: string, { range, text }: TextChange): string {
  if (range === undefined) return text;
  const lines = linesOf(before);
  return before.slice(0, lines.offsetAt(range.start)) + text + before.slice(lines.offsetAt(range.end));
}

export function applyChanges(text: string, changes: readonly TextChange[]): string {
  return changes.reduce(applyChange, text);
}

/** Edits, the frequent ones often. `texts` are put in place of everything now and then. */
export function editsOf(texts?: fc.Arbitrary<string>): fc.Arbitrary<Edit> {
  const line = fc.nat({ max: 60 });
  const count = fc.integer({ min: 1, max: 9 });
  const characters = fc.constantFrom(...'abN1 :-#"\'[]{},&*!|>%@?~\n\t\r', '\r\n', '\uFEFF', 'é', '  ', '\n    ');
  const words = fc.constantFrom(
    'name: New',
    '  - name: Typed\n    code: T\n',
    '\n  - name: X',
    '- ',
    '# note',
    'queues: [Billing]',
    'description: "a b"',
    "'q'",
    '|\n      text',
    '&one x',
    '*one',
    '\n',
    'codes:',
    'naming: loose\n',
    '---\n',
    '"\\"',
    '<<<<<<< ours\n',
    '...\n',
  );
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant('insert' as const), at: places, text: fc.oneof(characters, words) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('type' as const), at: places, text: words }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('delete' as const),
        at: places,
        count: fc.oneof(fc.constant(1), fc.nat({ max: 40 })),
      }),
    },
    fc.record({ kind: fc.constant('delete-lines' as const), line, count }),
    fc.record({ kind: fc.constant('duplicate-lines' as const), line, count }),
    fc.record({ kind: fc.constant('move-lines' as const), line, count, to: line }),
    fc.record({ kind: fc.constant('paste-and-undo' as const), line, count: fc.integer({ min: 1, max: 30 }), to: line }),
    fc.record({
      kind: fc.constant('indent-lines' as const),
      line,
      count,
      by: fc.constantFrom('  ', ' ', '\t', '# ', '#'),
    }),
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('break-and-repair' as const), at: places, text: characters }),
    },
    ...(texts === undefined ? [] : [fc.record({ kind: fc.constant('replace-all' as const), text: texts })]),
  );
}

const places: fc.Arbitrary<Place> = fc.record({
  line: fc.nat({ max: 60 }),
  character: fc.oneof(fc.nat({ max: 40 }), fc.constantFrom('start' as const, 'indent' as const, 'end' as const)),
});

/** The changes of an edit: one for each time the editor tells of it, each in the text that the ones before it made. */
export function* changesOf(before: string, edit: Edit): Generator<readonly TextChange[]> {
  switch (edit.kind) {
    case 'insert':
      yield [insertAt(before, edit.at, edit.text)];
      return;
    case 'type': {
      let { start } = insertAt(before, edit.at, '').range;
      for (const character of edit.text) {
        yield [{ range: { start, end: start }, text: character }];
        start =
          character === '\n'
            ? { line: start.line + 1, character: 0 }
            : { line: start.line, character: start.character + 1 };
      }
      return;
    }
    case 'delete': {
      const lines = linesOf(before);
      const { start } = insertAt(before, edit.at, '').range;
      yield [{ range: { start, end: lines.positionAt(lines.offsetAt(start) + edit.count) }, text: '' }];
      return;
    }
    case 'delete-lines':
      yield [{ range: linesFrom(before, edit.line, edit.count), text: '' }];
      return;
    case 'duplicate-lines': {
      const range = linesFrom(before, edit.line, edit.count);
      yield [{ range: { start: range.end, end: range.end }, text: textIn(before, range) }];
      return;
    }
    case 'move-lines': {
      const range = linesFrom(before, edit.line, edit.count);
      const rest = applyChange(before, { range, text: '' });
      const to = { line: edit.to % linesOf(rest).count, character: 0 };
      yield [
        { range, text: '' },
        { range: { start: to, end: to }, text: textIn(before, range) },
      ];
      return;
    }
    case 'paste-and-undo': {
      const to = { line: edit.to % linesOf(before).count, character: 0 };
      yield* andBack(before, to, textIn(before, linesFrom(before, edit.line, edit.count)));
      return;
    }
    case 'indent-lines': {
      const { start, end } = linesFrom(before, edit.line, edit.count);
      const last = Math.max(start.line + 1, end.line);
      yield Array.from({ length: last - start.line }, (_, index) => {
        const at = { line: start.line + index, character: 0 };
        return { range: { start: at, end: at }, text: edit.by };
      });
      return;
    }
    case 'break-and-repair':
      yield* andBack(before, insertAt(before, edit.at, '').range.start, edit.text);
      return;
    case 'replace-all':
      yield [{ text: edit.text }];
  }
}

/** A text put in, and taken out again. */
function* andBack(before: string, at: Range['start'], text: string): Generator<readonly TextChange[]> {
  const change = { range: { start: at, end: at }, text };
  yield [change];
  const after = linesOf(applyChange(before, change));
  const from = linesOf(before).offsetAt(at);
  yield [{ range: { start: after.positionAt(from), end: after.positionAt(from + text.length) }, text: '' }];
}

function insertAt(
  before: string,
  { line, character }: Place,
  text: string,
): { readonly range: Range; readonly text: string } {
  const lines = linesOf(before);
  const start = lines.offsetAt({ line: line % lines.count, character: 0 });
  const content = /[^\r\n]*/.exec(before.slice(start))?.[0] ?? '';
  const indent = content.length - content.trimStart().length;
  const column =
    character === 'start'
      ? 0
      : character === 'end'
        ? content.length
        : character === 'indent'
          ? indent
          : character % (content.length + 1);
  const at = lines.positionAt(start + column);
  return { range: { start: at, end: at }, text };
}

function linesFrom(before: string, line: number, count: number): Range {
  const lines = linesOf(before);
  const first = line % lines.count;
  return lines.rangeOf({
    start: lines.offsetAt({ line: first, character: 0 }),
    end: lines.offsetAt({ line: first + count, character: 0 }),
  });
}

function textIn(before: string, range: Range): string {
  const lines = linesOf(before);
  return before.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
}
