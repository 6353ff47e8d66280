import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openText, type Excerpt, type Item, type LiveText, type Touched } from '#core/text/live/index.ts';
import { moveNode, moveProblem, movedBy } from '#core/text/shift.ts';
import { readSource } from '#core/text/parse.ts';
import type { Range } from '#core/text/position.ts';
import type { SourceFile } from '#core/text/tree.ts';
import {
  applyChanges,
  catalogTexts,
  changesOf,
  editCount,
  editsOf,
  riskyCatalogTexts,
  soundCatalogTexts,
} from '../support/randomEdits.ts';

const plain = ({ name, text, lines, documents, problems }: SourceFile): unknown => ({
  name,
  text,
  lines: lines.count,
  documents,
  problems,
});

/** All that must hold at every moment. */
function expectLikeRead(live: LiveText, text: string): void {
  expect(live.text()).toBe(text);
  const whole = readSource(live.name, text);
  expect(live.lineCount).toBe(whole.lines.count);
  expect(plain(live.source())).toEqual(plain(whole));
  const { layout } = live;
  if (layout === undefined) return;
  const codes = codesOf(whole);
  expect(layout.items).toHaveLength(codes.length);
  expectLikeText(layout.head, live);
  for (const [index, item] of layout.items.entries()) {
    expect(item.index).toBe(index);
    const start = whole.lines.offsetAt({ line: item.line, character: 0 });
    expect(text.slice(start, start + item.text.length)).toBe(item.text);
    expect(moveNode(item.node, movedBy(start))).toEqual(codes[index]);
    expect(layout.itemAt(item.line)).toBe(item);
    for (const problem of item.problems)
      if (whole.problems.length < 200) expect(whole.problems).toContainEqual(moveProblem(problem, movedBy(start)));
  }
  // Excerpts follow from the rest, so now and then is enough.
  if (text.length % 3 !== 0) return;
  const some = layout.items.filter((_, index) => index % 3 === 1);
  expectLikeText(live.excerptOf(some), live);
  const middle = layout.items[layout.items.length >> 1];
  if (middle === undefined) return;
  const at = { line: middle.line, character: 0 };
  const excerpt = live.excerpt({ start: at, end: at });
  expectLikeText(excerpt, live);
  expect(excerpt.source.text).toContain(middle.text);
}

function codesOf({ documents }: SourceFile): readonly unknown[] {
  const root = documents[0]?.root;
  const codes = root?.kind === 'map' ? root.pairs.find(({ key }) => key.source === 'codes')?.value : undefined;
  return codes?.kind === 'seq' ? codes.items : [];
}

function expectLikeText({ source, toFile, fromFile }: Excerpt, live: LiveText): void {
  expect(plain(source)).toEqual(plain(readSource(live.name, source.text)));
  const file = live.source();
  for (let line = 0; line < source.lines.count; line++) {
    const position = { line, character: 1 };
    const there = toFile(position);
    expect(fromFile(there)).toEqual(position);
    expect(lineOf(file, there.line)).toBe(lineOf(source, line));
  }
}

function lineOf({ text, lines }: SourceFile, line: number): string {
  return text.slice(lines.offsetAt({ line, character: 0 }), lines.offsetAt({ line: line + 1, character: 0 }));
}

const editsOfOne = 10;

describe('a text that is edited is, after every edit, what a read of the whole text gives', () => {
  test.each([
    ['any catalog', catalogTexts()],
    ['a catalog that can be read in pieces', soundCatalogTexts()],
    ['a catalog whose entries may concern each other', riskyCatalogTexts()],
  ])(
    '%s',
    (_what, texts) => {
      fc.assert(
        fc.property(texts, fc.array(editsOf(texts), { maxLength: editsOfOne }), (opened, edits) => {
          const live = openText('x.yaml', opened);
          let text = opened;
          expectLikeRead(live, text);
          for (const edit of edits) {
            for (const changes of changesOf(text, edit)) {
              const before = live.layout?.items ?? [];
              const touched = live.change(changes);
              text = applyChanges(text, changes);
              expectLikeRead(live, text);
              if (touched.kind === 'items') expectOnlyTouched(before, touched, live);
            }
          }
        }),
        { numRuns: Math.ceil(editCount / 3 / editsOfOne) },
      );
    },
    Math.max(60_000, editCount * 30),
  );
});

/** Items that are not named are the same objects. */
function expectOnlyTouched(before: readonly Item[], touched: Touched & { kind: 'items' }, live: LiveText): void {
  const after = live.layout?.items ?? [];
  const kept = before.filter((item) => !touched.removed.includes(item));
  for (const item of kept) expect(after[item.index]).toBe(item);
  for (const item of touched.added) expect(after[item.index]).toBe(item);
  expect(kept.length + touched.added.length).toBe(after.length);
}

const three = 'kind: WrapUpCatalog\ncodes:\n  - name: A\n    code: a\n  - name: B\n    code: b\n  - name: C\n';

function at(line: number, character: number, end = character): Range {
  return { start: { line, character }, end: { line, character: end } };
}

test('typing in an entry reads that entry again, and leaves the others as they are', () => {
  const live = openText('x.yaml', three);
  const [a, b, c] = live.layout?.items ?? [];
  const touched = live.change([{ range: at(4, 11), text: 'x' }]);
  const now = live.layout?.items ?? [];
  expect(touched).toEqual({ kind: 'items', removed: [b], added: [now[1]], head: false });
  expect(now[0]).toBe(a);
  expect(now[2]).toBe(c);
  expect(now[1]?.text).toBe('  - name: Bx\n    code: b\n');
});

test('a new line moves the entries below, and nothing else happens to them', () => {
  const live = openText('x.yaml', three);
  const last = live.layout?.items[2];
  expect(last?.line).toBe(6);
  live.change([{ range: at(2, 11), text: '\n  - name: New' }]);
  expect(live.layout?.items[3]).toBe(last);
  expect([last?.line, last?.index]).toEqual([7, 3]);
});

test('an entry has the same tree whenever it is asked for', () => {
  const items = Array.from({ length: 30 }, (_, index) => `  - name: Code ${index}\n    formerly: [a, "b"]\n`);
  const live = openText('x.yaml', `kind: WrapUpCatalog\ncodes:\n${items.join('')}`);
  const early = [...(live.draft?.items() ?? [])].map((item) => item.node);
  expect(early).toHaveLength(30);
  expect(live.layout?.items.map((item) => item.node)).toEqual(early);
  expect(live.layout?.items.map((item) => item.node)).toEqual(early);
});

test('reading ends at an entry that cannot be read alone', () => {
  const live = openText('x.yaml', `${three}  - name:\t\n\t  - x\n  - name: D\n`);
  expect([...(live.draft?.items() ?? [])].length).toBeLessThan(5);
  expect(live.layout).toBeUndefined();
  expect(live.draft).toBeUndefined();
});

test('the head is read again for its own sake, and for the last entry', () => {
  const live = openText('x.yaml', three);
  const head = live.layout?.head.source;
  expect(live.change([{ range: at(3, 11), text: 'x' }])).toMatchObject({ head: false });
  expect(live.layout?.head.source).toBe(head);
  expect(live.change([{ range: at(6, 11), text: 'x' }])).toMatchObject({ head: true });
  expect(live.layout?.head.source.text).toBe('kind: WrapUpCatalog\ncodes:\n  - name: Cx\n');
  expect(live.change([{ range: at(0, 0), text: 'naming: loose\n' }])).toMatchObject({
    removed: [],
    added: [],
    head: true,
  });
});

test('entries are not read again when a line at the margin comes and goes', () => {
  const live = openText('x.yaml', three);
  const items = live.layout?.items;
  expect(live.change([{ range: at(4, 0), text: 'x\n' }])).toEqual({ kind: 'all' });
  expect(live.layout).toBeUndefined();
  live.change([{ range: at(4, 1), text: 'y' }]);
  expect(live.change([{ range: { start: at(4, 0).start, end: at(5, 0).start }, text: '' }])).toEqual({ kind: 'all' });
  for (const [index, item] of (live.layout?.items ?? []).entries()) expect(item).toBe(items?.[index]);
  expect(live.layout?.items).toHaveLength(3);
});

test('a change that takes several steps through a text without layout names what it touched', () => {
  const live = openText('x.yaml', three);
  const [a, b, c] = live.layout?.items ?? [];
  const touched = live.change([
    { range: at(4, 0), text: 'x\n' },
    { range: { start: at(4, 0).start, end: at(7, 0).start }, text: '' },
  ]);
  expect(touched).toEqual({ kind: 'items', removed: [b], added: [], head: true });
  expect(live.layout?.items).toEqual([a, c]);
});

test.each([
  ['two documents', `${three}---\n${three}`],
  ['a tab in indentation', three.replace('    code: a', '\tcode: a')],
  ['a conflict that git left', three.replace('  - name: B', '<<<<<<< ours\n  - name: B')],
  ['an anchor that another entry uses', three.replace(': A', ': &a A').replace(': C', ': *a')],
  ['codes twice', `${three}codes: []\n`],
  ['codes in brackets', 'codes: [{ name: A }]\n'],
  ['a lone carriage return', three.replace('code: a\n', 'code: a\r')],
  [
    'dashes that do not stand below each other',
    three.replace('  - name: C', '   - name: C').replace('  - name: B', '  -   name: B'),
  ],
  ['a comment at the margin in front of a text', three.replace(': A\n    code: a', ':\n#why\n      A')],
  ['text at the margin', three.replace('    code: a', 'code')],
  ['a quote that another entry closes', three.replace(': A', ': "A\\"').replace(': C', ': "C"')],
])('a file with %s is read whole', (_what, text) => {
  const live = openText('x.yaml', text);
  expect(live.layout).toBeUndefined();
  expectLikeRead(live, text);
});

test.each([
  ['CRLF', three.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\uFEFF${three}`],
  ['a mark at the start', `# first\n---\n${three}`],
  ['dashes at the margin', three.replace(/^ {2}/gm, '')],
  ['something behind the codes', `${three}naming: platform\n`],
  ['anchors and aliases in one entry', three.replace('A\n    code: a', '&a A\n    code: *a')],
  ['a half-typed entry', three.replace('code: b', 'co')],
  ['a half-typed head', `kin\n${three}`.replace('kin\n', 'kin: [a\n')],
  ['comments between the entries', three.replace('  - name: B', '# one\n\n    # two\n  - name: B')],
  ['no line break at its end', three.trimEnd()],
])('a file with %s is read in pieces', (_what, text) => {
  const live = openText('x.yaml', text);
  expect(live.layout?.items).toHaveLength(3);
  expectLikeRead(live, text);
});

test('as many problems are listed as for a file that is read whole', () => {
  const text = `codes:\n${'  - name: A\n    name: B\n'.repeat(300)}`;
  const live = openText('x.yaml', text);
  expect(live.layout).toBeDefined();
  expect(live.source().problems).toHaveLength(200);
  expectLikeRead(live, text);
});

test('an excerpt knows where its lines stand in the file', () => {
  const live = openText('x.yaml', three);
  const { source, toFile, fromFile } = live.excerpt(at(3, 5));
  expect(source.text).toBe('kind: WrapUpCatalog\ncodes:\n  - name: A\n    code: a\n  - name: C\n');
  expect(toFile({ line: 4, character: 4 })).toEqual({ line: 6, character: 4 });
  expect(fromFile({ line: 6, character: 4 })).toEqual({ line: 4, character: 4 });
  expect(fromFile({ line: 5, character: 0 })).toBeUndefined();
});
