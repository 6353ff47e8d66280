/** A catalog that is read in pieces says what the whole file says. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { openText, type Excerpt, type LiveText } from '#core/text/live/index.ts';
import { readSource } from '#core/text/parse.ts';
import type { Position } from '#core/text/position.ts';
import {
  definitionsAt,
  highlightsAt,
  mentioning,
  prepareRename,
  referencesAt,
  rename,
  selectionRanges,
} from '#core/workspace/navigate/index.ts';
import { opened, shown } from './project.ts';

/** The same file, read as one. */
function whole(text: LiveText): LiveText {
  const source = readSource(text.name, text.text());
  const same = (position: Position): Position => position;
  const excerpt: Excerpt = { source, toFile: same, fromFile: same };
  return {
    ...text,
    layout: undefined,
    lineCount: text.lineCount,
    source: () => source,
    excerpt: () => excerpt,
    excerptOf: () => excerpt,
  };
}

/** Spellings of two names: in other cases, spaces, Unicode forms, quotes and escapes. */
const spellings = [
  'Café Zwei',
  '"Caf\\u00e9 Zwei"',
  "'café  zwei'",
  'Cafe\u0301 Zwei',
  '"CAFE\u0301\\tZWEI"',
  'Caf\u00e9\u00a0Zwei',
  '"Café\\\n          Zwei"',
  'Café\n          Zwei',
  'Ca\u00adfé Zwei',
  'Kilo',
  '"\\u212Ailo"',
  '\u212Ailo',
  'KILO',
  '"Ki\\u200blo"',
  "It's",
  "'It''s'",
  '"it\'s"',
  '日本',
  '"\\u65e5本"',
  'other',
  'Kilos',
  'Café',
];

const value = fc.constantFrom(...spellings);
const entry = fc
  .tuple(value, fc.array(value, { maxLength: 3 }), fc.option(value), fc.constantFrom('\n', ' # note\n'))
  .map(
    ([name, queues, category, end]) =>
      `  - name: ${name}${end}${category === null ? '' : `    category: ${category}\n`}    queues:${queues.length === 0 ? ' []' : queues.map((queue) => `\n      - ${queue}`).join('')}\n`,
  );
const catalogs = fc
  .array(entry, { minLength: 1, maxLength: 8 })
  .map(
    (entries) =>
      `kind: WrapUpCatalog\nnaming: platform\nqueues: { Kilo: {}, Café Zwei: {} }\ncodes:\n${entries.join('  # between\n')}`,
  );

test('everything is found that a look at the whole file finds', () => {
  let inPieces = 0;
  fc.assert(
    fc.property(catalogs, fc.nat(), fc.nat(), (text, line, character) => {
      const file = openText('a.wrapup.yaml', text);
      const same = whole(file);
      const position = { line: 3 + (line % Math.max(1, file.lineCount - 3)), character: character % 24 };
      if (file.layout !== undefined) inPieces++;
      const sorted = (found: ReturnType<typeof referencesAt>) =>
        found
          .map(
            ({ range: { start, end }, role }) =>
              `${start.line}:${start.character}-${end.line}:${end.character} ${role}`,
          )
          .toSorted();
      expect(sorted(referencesAt(file, position, [file]))).toEqual(sorted(referencesAt(same, position, [same])));
      expect(highlightsAt(file, position)).toEqual(highlightsAt(same, position));
      expect(definitionsAt(file, position, [file])).toEqual(definitionsAt(same, position, [same]));
      expect(prepareRename(file, position)).toEqual(prepareRename(same, position));
      expect(rename(file, position, 'New', [file])).toEqual(rename(same, position, 'New', [same]));
      expect(selectionRanges(file, [position])).toEqual(selectionRanges(same, [position]));
    }),
    { numRuns: 300 },
  );
  expect(inPieces).toBeGreaterThan(200);
});

const entries = Array.from({ length: 3000 }, (_, at) => `  - name: Code ${at}\n    queues: [Billing]\n`).join('');

it('a very long entry does not make the search long', () => {
  const text = `kind: WrapUpCatalog\ncodes:\n  - name: Other\n    description: ${'caf'.repeat(300_000)}\n  - name: Café ¦Zwei\n  - name: Last\n`;
  const { files, file, position } = opened({ 'a.wrapup.yaml': text });
  expect(file.layout?.items).toHaveLength(3);
  expect(shown(files, referencesAt(file, position, files))).toEqual(['a.wrapup.yaml:5 Café Zwei']);
});

it.each([
  ['Café Zwei', 'Cafe\u0301 Zwei'],
  ['Café Zwei', 'CAFÉ\n      ZWEI'],
  ['Zwei "A" B', `'zwei  "a" b'`],
  ["It's so", "'It''s so'"],
  ['日本', '日本'],
  ['日本', '"\\u65e5\\u672c"'],
  ['kilo', '\u212Ailo'],
  ['a.b (c)', 'A.B (c)'],
  ['Tab by tab', '"Tab\\tby\\\n        \\ tab"'],
])('%j is found in the spelling %j', (name, spelling) => {
  const text = `kind: WrapUpCatalog\ncodes:\n  - name: One\n  - name: ${spelling}\n  - name: Last\n`;
  const file = openText('a.wrapup.yaml', text);
  expect(file.layout?.items).toHaveLength(3);
  expect(mentioning([file], [name])[0]?.source.text).toBe(text.replace('  - name: One\n', ''));
});

describe('a catalog of thousands of entries', () => {
  it('is narrowed to the entries that may mention a text', () => {
    const file = openText(
      'a.wrapup.yaml',
      `kind: WrapUpCatalog\ncodes:\n${entries}  - name: "code\\x20 1234"\n  - name: Last\n`,
    );
    const [excerpt] = mentioning([file], ['Code 1234', 'nothing']);
    const names = [...(excerpt?.source.text ?? '').matchAll(/name: (.*)/g)].map(([, name]) => name);
    expect(names).toEqual(['Code 1234', '"code\\x20 1234"', 'Last']);
  });

  it('highlights those around the cursor', () => {
    const { file, position } = opened({
      'a.wrapup.yaml': `kind: WrapUpCatalog\ncodes:\n${entries}`.replace(
        'Code 2000\n    queues: [',
        'Code 2000\n    queues: [¦',
      ),
    });
    const lines = highlightsAt(file, position).map(({ range }) => range.start.line);
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([1000, 3003, 5001]);
  });
});

it('a file that cannot be read in pieces comes whole', () => {
  const text = 'kind: WrapUpCatalog\ncodes: [{ name: A }, { name: B }]\n';
  const [excerpt] = mentioning([openText('a.wrapup.yaml', text)], ['A']);
  expect(excerpt?.source.text).toBe(text);
});

it('places are right after an edit above them', () => {
  const { files, file, position } = opened({
    'a.wrapup.yaml': 'kind: WrapUpCatalog\ncodes:\n  - name: A\n    category: x\n  - name: B\n    category: ¦x\n',
  });
  expect(shown(files, referencesAt(file, position, files))).toEqual(['a.wrapup.yaml:4 x', 'a.wrapup.yaml:6 x']);
  file.change([
    {
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
      text: '  - name: New\n    category: x\n',
    },
  ]);
  const moved = { ...position, line: position.line + 2 };
  expect(shown(files, referencesAt(file, moved, files))).toEqual([
    'a.wrapup.yaml:4 x',
    'a.wrapup.yaml:6 x',
    'a.wrapup.yaml:8 x',
  ]);
});
