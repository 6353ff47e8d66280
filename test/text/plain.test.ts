import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { convertNode, newConversion } from '#core/text/convert.ts';
import { parseYaml } from '#core/text/library.ts';
import { splitText } from '#core/text/live/split.ts';
import { readPlainItem, readPlainMap } from '#core/text/plain/readPlainItem.ts';
import { readItem } from '#core/text/recover.ts';
import type { Node, SyntaxProblem } from '#core/text/tree.ts';
import { editCount } from '../support/randomEdits.ts';
import { entryTexts, tornEntryTexts } from '../support/randomTexts.ts';

interface Read {
  readonly node: Node;
  readonly problems: readonly SyntaxProblem[];
}

/** What the library makes of an item; undefined where it finds an error. */
function byLibrary(text: string): Read | undefined {
  const parsed = parseYaml(text);
  if (parsed.length !== 1 || parsed.some(({ errors, warnings }) => errors.length + warnings.length > 0))
    return undefined;
  const state = newConversion(text);
  return { node: readItem(state, { text, base: 0 }, 2, parsed), problems: state.problems };
}

/** What the library makes of a map on its own. */
function mapByLibrary(text: string): Read | undefined {
  const parsed = parseYaml(text);
  const contents = parsed[0]?.contents;
  if (parsed.length !== 1 || parsed.some(({ errors, warnings }) => errors.length + warnings.length > 0))
    return undefined;
  const state = newConversion(text);
  return { node: convertNode(state, contents, 0, 0), problems: state.problems };
}

function expectAgreement(text: string): void {
  const read = readPlainItem(text);
  if (read !== undefined) expect(read).toEqual(byLibrary(text));
  const own = text.replace('-', ' ');
  const map = readPlainMap(own);
  if (map !== undefined) expect(map).toEqual(mapByLibrary(own));
}

test.each([
  ['generated entries', entryTexts()],
  ['entries with characters put in and taken out', tornEntryTexts()],
])('%s are read as the library reads them, or left to it', (_what, texts) => {
  fc.assert(fc.property(texts, expectAgreement), { numRuns: editCount * 2 });
});

test('entries of the examples are read without the library', () => {
  const catalogs = readdirSync('examples').filter((name) => name.endsWith('.wrapup.yaml'));
  for (const name of catalogs) {
    const items = splitText(readFileSync(`examples/${name}`, 'utf8'))?.items ?? [];
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      expect(readPlainItem(item)).toBeDefined();
      expectAgreement(item);
    }
  }
});

test.each([
  '- name: A\n  code: B # why\n\n  # more\n  queues: [a, "b", \'c\', { d: 1, e: [] },]\n',
  '  - name: "say \\"hi\\" \\u00e9"\n    text: \'it\'\'s\'\n    nested:\n      - a\n      - b: c\n        d: -1.5e3\n    same:\n    - ~\n',
  '- |\n  some text\n\n   deeper\n\n',
  '- note: >-\n    one\n    two\n\n    three\n  empty:\n',
  '-   wide: yes\n    next: 0x1F\n',
  '- - - deep\n  - x\n',
  '-\n  below: x\n',
  '- name: A\r\n  note: |\r\n    b\r\n    c\r\n  name: A\r\n',
])('%j is read without the library', (text) => {
  expect(readPlainItem(text)).toBeDefined();
  expectAgreement(text);
});

test.each([
  '- &a x\n',
  '- *a\n',
  '- !t x\n',
  '- a: b: c\n',
  '- a: "b\n',
  '- a: [b\n',
  '- a: b\n   c\n',
  '- a: |2\n     b\n',
  '- a:\tb\n',
  '- ? a\n',
  '- a\n  b\n',
  '-\n',
])('%j is left to the library', (text) => {
  expect(readPlainItem(text)).toBeUndefined();
});
