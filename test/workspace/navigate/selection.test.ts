import { expect, it } from 'vitest';
import { openText } from '#core/text/live/index.ts';
import { linesOf } from '#core/text/position.ts';
import { documentLinks, selectionRanges, type SelectionRange } from '#core/workspace/navigate/index.ts';
import { project } from './files.ts';
import { opened, type Files } from './project.ts';

/** The texts that a growing selection takes in. */
function grown(files: Files): readonly string[] {
  const { file, position } = opened(files);
  const lines = linesOf(file.text());
  const texts: string[] = [];
  let range: SelectionRange | undefined = selectionRanges(file, [position])[0];
  while (range !== undefined) {
    texts.push(file.text().slice(lines.offsetAt(range.range.start), lines.offsetAt(range.range.end)));
    range = range.parent;
  }
  return texts;
}

it('a selection grows from the word to the file', () => {
  const text = 'kind: WrapUpCatalog\ncodes:\n  - name: "Two wo¦rds"\n    code: A\n  - name: B\n  - name: C\n';
  const plain = text.replace('¦', '');
  expect(grown({ 'a.wrapup.yaml': text })).toEqual([
    'words',
    'Two words',
    '"Two words"',
    'name: "Two words"',
    'name: "Two words"\n    code: A',
    '- name: "Two words"\n    code: A\n  - name: B\n  - name: C',
    plain.slice(20, -1),
    plain.slice(0, -1),
    plain,
  ]);
});

it('a selection grows from a key, and in lists', () => {
  expect(grown({ 'a.query.yaml': 'kind: ConversationDetails\nwhe¦re: { queue: A }\n---\nkind: X\n' })).toEqual([
    'where',
    'where: { queue: A }',
    'kind: ConversationDetails\nwhere: { queue: A }',
    'kind: ConversationDetails\nwhere: { queue: A }\n',
    'kind: ConversationDetails\nwhere: { queue: A }\n---\nkind: X\n',
  ]);
  expect(grown({ 'a.wrapup.yaml': 'codes: [{ queues: [A, ¦B] }]' }).slice(0, 4)).toEqual([
    'B',
    '[A, B]',
    'queues: [A, B]',
    '{ queues: [A, B] }',
  ]);
});

it('a selection grows in a half-typed file and where nothing stands', () => {
  expect(grown({ 'a.wrapup.yaml': 'codes:\n  - name: "A¦\n    code' })[0]).toBe('A');
  expect(grown({ 'a.wrapup.yaml': '¦' })).toEqual(['']);
  expect(grown({ 'a.wrapup.yaml': '# only¦ this\n' })).toEqual(['# only this\n']);
});

it('each position has its selection', () => {
  const file = openText('a.wrapup.yaml', 'kind: WrapUpCatalog\n');
  const at = (character: number) => ({ line: 0, character });
  expect(selectionRanges(file, [at(0), at(8)]).map(({ range }) => range)).toEqual([
    { start: at(0), end: at(4) },
    { start: at(6), end: at(19) },
  ]);
});

it('addresses of events are links', () => {
  const found = (text: string, name = 'genesys.yaml'): readonly string[] =>
    documentLinks(openText(name, text)).map(({ url }) => url);
  expect(found(project)).toEqual(['https://bi.example.com/genesys']);
  expect(found(project.replace('https://bi.example.com/genesys', 'javascript:alert(1)'))).toEqual([]);
  expect(found(project.replace('https://bi.example.com/genesys', 'https://'))).toEqual([]);
  expect(found('kind: WrapUpCatalog\ncodes: []\n', 'a.wrapup.yaml')).toEqual([]);
  const [link] = documentLinks(openText('genesys.yaml', project));
  expect(
    project.split('\n')[link?.range.start.line ?? 0]?.slice(link?.range.start.character, link?.range.end.character),
  ).toBe('https://bi.example.com/genesys');
});
