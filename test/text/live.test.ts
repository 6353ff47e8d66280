import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openText, type Excerpt, type LiveText } from '#core/text/live/index.ts';
import { moveNode, moveProblem, movedBy } from '#core/text/shift.ts';
import { readSource } from '#core/text/parse.ts';
import type { SourceFile } from '#core/text/tree.ts';
import {
  applyChanges,
  catalogTexts,
  changesOf,
  editCount,
  editsOf,
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
  ])('%s', (_what, texts) => {
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
            if (touched.kind === 'all') continue;
            const after = live.layout?.items ?? [];
            const kept = before.filter((item) => !touched.removed.includes(item));
            expect([...kept, ...touched.added].toSorted((a, b) => a.index - b.index)).toEqual(after);
            for (const item of kept) expect(after[item.index]).toBe(item);
          }
        }
      }),
      { numRuns: editCount / editsOfOne },
    );
  });
});
