import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addItem, addPair, applyEdits, removeItem, removePair } from '#core/text/edit.ts';
import { readSource } from '#core/text/parse.ts';
import { writeLike, writeText } from '#core/text/quote.ts';
import { spanInScalar } from '#core/text/scalarOffsets.ts';
import type { MapNode, ScalarNode, SeqNode } from '#core/text/tree.ts';
import { childOf, toValue } from '#core/text/walk.ts';

function rootOf(text: string): MapNode {
  const root = readSource('x.yaml', text).documents[0]?.root;
  if (root?.kind !== 'map') throw new Error('The text is no map.');
  return root;
}

function listOf(text: string, key: string): SeqNode {
  const list = childOf(rootOf(text), key);
  if (list?.kind !== 'seq') throw new Error('There is no list.');
  return list;
}

test('text is written so that it is read back as it was', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: fc.constantFrom(...'aN0:-#[]{}\'"~ \n\t,?.%@\\\u200b') }),
        fc.constantFrom('No', '007', '1e3', '~', 'null', '<<', '2026-01-01', '0x1F', '.5', '-', '---'),
      ),
      (text) => {
        fc.pre(!/\p{Cs}/u.test(text));
        for (const place of [
          `a: ${writeText(text, false)}\nb: 1\n`,
          `a: [${writeText(text)}, x]\n`,
          `a: { b: ${writeText(text)} }\n`,
          `${writeText(text)}: 1\n`,
        ]) {
          const source = readSource('x.yaml', place);
          expect(source.problems).toEqual([]);
          expect(JSON.stringify(toValue(source.documents[0]?.root))).toContain(JSON.stringify(text));
        }
      },
    ),
  );
});

test('a replaced text keeps its quotes', () => {
  const scalar = (source: string): ScalarNode => childOf(rootOf(`a: ${source}\n`), 'a') as ScalarNode;
  expect(writeLike(scalar("'it''s'"), "isn't")).toBe("'isn''t'");
  expect(writeLike(scalar('"x"'), 'say "y"')).toBe('"say \\"y\\""');
  expect(writeLike(scalar('plain'), 'No')).toBe('"No"');
});

test('a part of a value is found in its source, escapes and all', () => {
  for (const [source, part] of [
    ['plain text', 'text'],
    ["'it''s here'", 'here'],
    ['"a\\u00e9\\tb here"', 'here'],
    ['"\\U0001F600 here"', 'here'],
  ] as const) {
    const text = `a: ${source}\n`;
    const node = childOf(rootOf(text), 'a') as ScalarNode;
    const from = String(node.value).indexOf(part);
    const { start, end } = spanInScalar(node, from, from + part.length);
    expect(text.slice(start, end)).toBe(part);
  }
});

describe('removing', () => {
  test.each([
    ['a: 1\nb: 2 # why\nc: 3\n', 'b', 'a: 1\n# why\nc: 3\n'],
    ['a: 1\r\nb: 2\r\nc: 3\r\n', 'b', 'a: 1\r\nc: 3\r\n'],
    ['a: 1\nb:\n  - x\n  - y\nc: 3\n', 'b', 'a: 1\nc: 3\n'],
    ['a: 1\nb: 2', 'b', 'a: 1\n'],
    ['{ a: 1, b: 2, c: 3 }', 'b', '{ a: 1, c: 3 }'],
    ['{ a: 1, b: 2 }', 'b', '{ a: 1 }'],
    ['a: 1\nb:\nc: 3\n', 'b', 'a: 1\nc: 3\n'],
  ])('a key from %j', (text, key, expected) => {
    const map = rootOf(text);
    const pair = map.pairs.find((candidate) => candidate.key.value === key);
    const edits = pair && removePair(text, map, pair);
    expect(edits && applyEdits(text, edits)).toBe(expected);
  });

  test('the first key of a list item moves the next one behind the dash', () => {
    const text = 'codes:\n  - codeName: x\n    name: y\n';
    const item = listOf(text, 'codes').items[0];
    const pair = item?.kind === 'map' ? item.pairs[0] : undefined;
    const edits = item?.kind === 'map' && pair ? removePair(text, item, pair) : undefined;
    expect(edits && applyEdits(text, edits)).toBe('codes:\n  - name: y\n');
  });

  test.each([
    ['a: [x, y, z]\n', 1, 'a: [x, z]\n'],
    ['a: [x, y]\n', 1, 'a: [x]\n'],
    ['a: [x]\n', 0, 'a: []\n'],
    ['a:\n  - x\n  - y # why\n', 1, 'a:\n  - x\n  # why\n'],
    ['a:\n  - x\n  -\n', 1, 'a:\n  - x\n'],
  ])('an item from %j', (text, index, expected) => {
    const edits = removeItem(text, listOf(text, 'a'), index);
    expect(edits && applyEdits(text, edits)).toBe(expected);
  });
});

describe('adding', () => {
  test('a key keeps indentation and line ends', () => {
    const text = 'codes:\r\n  - name: x # why\r\n    code: y\r\n';
    const item = listOf(text, 'codes').items[0];
    const edits = item?.kind === 'map' ? addPair(text, item, 'state', 'retired', item.pairs[0]) : undefined;
    expect(edits && applyEdits(text, edits)).toBe(
      'codes:\r\n  - name: x # why\r\n    state: retired\r\n    code: y\r\n',
    );
  });

  test.each([
    ['a: [x]\n', 'a: [x, new]\n'],
    ['a: []\n', 'a: [new]\n'],
    ['a:\n- x # why\nb: 1\n', 'a:\n- x # why\n- new\nb: 1\n'],
    [`a: [x, 'y']\n`, `a: [x, 'y', 'new']\n`],
    ['a:\r\n  - "x"', 'a:\r\n  - "x"\r\n  - "new"'],
  ])('an item to %j, in the quotes of the one before it', (text, expected) => {
    const edits = addItem(text, listOf(text, 'a'), 'new');
    expect(edits && applyEdits(text, edits)).toBe(expected);
  });
});
