/** Names over several files, as an editor asks for them. */
import { afterEach, describe, expect, it } from 'vitest';
import type {
  DocumentHighlight,
  DocumentLink,
  Location,
  Position,
  SelectionRange,
  TextDocumentEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { type LspClient, memoryFiles, PLAIN, PULLING, startLsp } from '../support/lspClient.ts';

const PROJECT = 'file:///p/genesys.yaml';
const A = 'file:///p/a.wrapup.yaml';
const B = 'file:///p/b.wrapup.yaml';
const QUERY = 'file:///p/q.query.yaml';
const a = `kind: WrapUpCatalog
queues:
  Billing:
codes:
  - name: Resolved
    queues: [Billing]
  - name: Lead
`;
const b = 'kind: WrapUpCatalog\ncodes:\n  - name: Refund\n    queues: [Billing]\n';
const query = 'kind: ConversationDetails\ninterval: 2026-11-01/2026-11-08\nwhere:\n  wrapUpCode: Resolved\n';
const FILES = { [PROJECT]: 'kind: GenesysProject\n', [A]: a, [B]: b, [QUERY]: query };

let client: LspClient;
afterEach(() => client.dispose());

const ask = <T>(method: string, uri: string, position: Position, more: object = {}) =>
  client.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, position, ...more });
const at = (line: number, character: number): Position => ({ line, character });
const places = (found: readonly Location[]) => found.map(({ uri, range }) => [uri, range.start.line]);

describe('a name', () => {
  it('leads from the query that asks for it to the code that has it, and to all who say it', async () => {
    client = await startLsp(PULLING, memoryFiles(FILES));
    await client.open(QUERY, query);
    expect(places(await ask('definition', QUERY, at(3, 16)))).toEqual([[A, 4]]);
    const context = { includeDeclaration: true };
    expect(places(await ask('references', QUERY, at(3, 16), { context }))).toEqual([
      [A, 4],
      [QUERY, 3],
    ]);
    expect(places(await ask('references', QUERY, at(3, 16), { context: { includeDeclaration: false } }))).toEqual([
      [QUERY, 3],
    ]);
  });

  it('of a queue is found in all catalogs', async () => {
    client = await startLsp(PULLING, memoryFiles(FILES));
    await client.open(B, b);
    expect(places(await ask('definition', B, at(3, 15)))).toEqual([[A, 2]]);
  });

  it('is marked in its file, once where it is given and wherever it is used', async () => {
    client = await startLsp(PULLING, memoryFiles(FILES));
    await client.open(A, a);
    const found = await ask<DocumentHighlight[]>('documentHighlight', A, at(5, 15));
    expect(found.map(({ range, kind }) => [range.start.line, kind])).toEqual([
      [2, 3],
      [5, 2],
    ]);
  });

  it('is found in the whole workspace by some of its letters', async () => {
    client = await startLsp(PULLING, memoryFiles(FILES));
    await client.open(QUERY, query);
    const found = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'rfnd' });
    expect(found).toMatchObject([{ name: 'Refund', location: { uri: B } }]);
  });
});

describe('a rename', () => {
  const renamed = (newName: string) => ask<WorkspaceEdit>('rename', QUERY, at(3, 16), { newName });

  it('is one edit over all files, of the versions that are open, and keeps the old name in mind', async () => {
    client = await startLsp(PULLING, memoryFiles(FILES));
    await client.open(QUERY, query);
    expect(await ask('prepareRename', QUERY, at(3, 16))).toMatchObject({ placeholder: 'Resolved' });
    const { documentChanges = [] } = await renamed('Solved');
    const edits = documentChanges.filter((change): change is TextDocumentEdit => 'textDocument' in change);
    expect(edits.map(({ textDocument }) => textDocument)).toEqual([
      { uri: A, version: null },
      { uri: QUERY, version: 1 },
    ]);
    expect(JSON.stringify(edits[0])).toContain('formerly');
  });

  it('is in the plain form for a client that knows no versions', async () => {
    client = await startLsp(PLAIN, memoryFiles(FILES));
    await client.open(QUERY, query);
    expect(Object.keys((await renamed('Solved')).changes ?? {})).toEqual([A, QUERY]);
  });

  it('waits for a file that cannot be read, which may have the name too', async () => {
    const files = { ...FILES };
    const readable = { ...memoryFiles(files), members: async () => [PROJECT, A, 'file:///p/my%20q.query.yaml'] };
    client = await startLsp(PULLING, readable);
    await client.open(QUERY, query);
    await expect(renamed('Solved')).rejects.toThrow(/'my q.query.yaml' cannot be read.*then rename again\.$/);
    Object.assign(files, {
      'file:///p/my%20q.query.yaml': 'kind: ConversationDetails\nwhere: { wrapUpCode: resolved }\n',
    });
    await client.filesChanged('file:///p/my%20q.query.yaml');
    expect((await renamed('Solved')).documentChanges).toHaveLength(3);
  });

  it('that cannot be is refused with a sentence', async () => {
    client = await startLsp(PULLING, memoryFiles(FILES));
    await client.open(QUERY, query);
    await expect(renamed('Lead')).rejects.toThrow(/^[A-Z].*\.$/);
    await expect(ask('prepareRename', QUERY, at(0, 2))).rejects.toThrow(/keeps its name.*\.$/);
    expect(client.log).toEqual([]);
  });
});

it('a selection grows from the word to the file', async () => {
  client = await startLsp(PULLING, memoryFiles(FILES));
  await client.open(A, a);
  const [first] = await client.connection.sendRequest<SelectionRange[]>('textDocument/selectionRange', {
    textDocument: { uri: A },
    positions: [at(5, 15)],
  });
  const starts: number[] = [];
  for (let range = first; range; range = range.parent as SelectionRange) starts.push(range.range.start.line);
  expect(starts.length).toBeGreaterThan(3);
  expect([starts[0], starts.at(-1)]).toEqual([5, 0]);
});

it('where names and links are asked for outside of any file, there are none', async () => {
  client = await startLsp(PULLING, memoryFiles(FILES));
  await client.open(A, a);
  for (const position of [at(9999, 0), at(0, 9999), at(-1, 0)]) {
    expect(await ask('definition', A, position)).toEqual([]);
    expect(await ask('documentHighlight', A, position)).toEqual([]);
  }
  expect(await ask('definition', 'file:///p/closed.wrapup.yaml', at(0, 0))).toEqual([]);
  expect(
    await client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: A } }),
  ).toEqual([]);
  expect(client.log).toEqual([]);
});
