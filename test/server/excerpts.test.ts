/** What is said about a place is the same whether all of a file is looked at or as much of it as is needed. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  complete,
  type CompletionItem,
  foldingOf,
  foldsOf,
  hoverAt,
  isOurFile,
  outlineOf,
  symbolsOf,
} from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import { type Excerpt, type LiveText, openText } from '#core/text/live/index.ts';
import type { Position, Range } from '#core/text/position.ts';
import { createLiveProject } from '#core/workspace/live/index.ts';
import { findFiles } from '#host/files.ts';

const CATALOG = `# Codes
kind: WrapUpCatalog
categories:
  support: [resolved, open]
queues:
  Billing: { afterCallWork: { prompt: MANDATORY } }
defaults:
  queues: [Billing]
codes:
  - name: Issue Resolved
    code: RESOLVED
    category: support
    subcategory: resolved
    # why
    # it is so
    description: >
      Two lines
      of text
  # between
  # two codes

  - name: Lead
    queues: [Billing, ]
    validFrom: 2026-11-01
  - { name: Flow, category: support }
  -
  - name: Last
    formerly: [Issue Resolved]
`;

const files = [
  ...(await findFiles('examples', isOurFile)).map((path) => [path, readFileSync(path, 'utf8')] as const),
  ['a.wrapup.yaml', CATALOG] as const,
  ['b.wrapup.yaml', CATALOG.replaceAll('\n', '\r\n')] as const,
  ['c.wrapup.yaml', `${CATALOG}naming: platform\n# the\n# end\n`] as const,
];

function* placesOf(text: string): Generator<Position> {
  for (const [line, content] of text.split(/\r?\n/).entries())
    for (let character = 0; character <= content.length; character += 5) yield { line, character };
}

const inFile = ({ toFile }: Excerpt, { start, end }: Range): Range => ({ start: toFile(start), end: toFile(end) });

/** Others are never sent. */
const onOneLine = (items: readonly CompletionItem[]) =>
  items.filter(({ range }) => range.start.line === range.end.line);

function projectOf(text: LiveText) {
  const project = createLiveProject();
  project.put(text);
  project.setComplete(true);
  return project;
}

it.each(files)('completion and hover in %s', (name, content) => {
  const text = openText(name, content);
  const whole = readSource(name, content);
  const context = projectOf(text).contextFor(name);
  for (const position of placesOf(content)) {
    const excerpt = text.excerpt({ start: position, end: position });
    const place = excerpt.fromFile(position);
    if (place === undefined) throw new Error(`Line ${position.line} is left out.`);
    const hover = hoverAt(excerpt.source, place, context);
    expect(hover && { ...hover, range: inFile(excerpt, hover.range) }, JSON.stringify(position)).toEqual(
      hoverAt(whole, position, context),
    );
    const items = onOneLine(complete(excerpt.source, place, context));
    expect(
      items.map((item) => ({ ...item, range: inFile(excerpt, item.range) })),
      JSON.stringify(position),
    ).toEqual(onOneLine(complete(whole, position, context)));
  }
});

it.each(files)('outline and folding of %s, also after edits above and within', (name, content) => {
  const text = openText(name, content);
  const same = (): void => {
    const whole = readSource(name, text.text());
    expect(outlineOf(text)).toEqual(symbolsOf(whole));
    expect(foldsOf(text)).toEqual(foldingOf(whole));
  };
  same();
  const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 0 } });
  for (const line of [0, 9, 14, 22, 25]) {
    text.change([{ range: at(line), text: '# a line\n# and another\n' }]);
    same();
  }
  text.change([{ range: { start: at(10).start, end: at(14).start }, text: '' }]);
  same();
});

it('symbols that did not move are the same objects as before', () => {
  const text = openText('a.wrapup.yaml', CATALOG);
  const codesIn = () => outlineOf(text).find(({ name }) => name === 'codes')?.children ?? [];
  const before = codesIn();
  const place = { line: 23, character: 24 };
  text.change([{ range: { start: place, end: place }, text: '2' }]);
  const after = codesIn();
  expect(after).toHaveLength(before.length);
  if (text.layout) expect(after[0]).toBe(before[0]);
});
