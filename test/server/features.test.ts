import { afterEach, describe, expect, it } from 'vitest';
import type {
  CompletionList,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Position,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { linesOf } from '#core/text/position.ts';
import { type LspClient, memoryFiles, PLAIN, PULLING, startLsp } from '../support/lspClient.ts';

const URI = 'file:///p/a.wrapup.yaml';

let client: LspClient;
afterEach(() => client.dispose());

/** Opens the text without its `|`, and gives the place of it. */
async function openAt(
  marked: string,
  uri = URI,
  languageId = 'wrapsmith',
): Promise<{ textDocument: { uri: string }; position: Position }> {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  await client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId, version: 1, text },
  });
  return { textDocument: { uri }, position: linesOf(text).positionAt(offset) };
}

const completions = (at: object): Promise<CompletionList> =>
  client.connection.sendRequest('textDocument/completion', at);
const hover = (at: object): Promise<Hover | null> => client.connection.sendRequest('textDocument/hover', at);

describe('completion', () => {
  it('offers the keys that are missing, with documentation and the range they replace', async () => {
    client = await startLsp(PULLING);
    const at = await openAt('kind: WrapUpCatalog\ncodes:\n  - name: Resolved\n    cat|\n');
    const { items } = await completions(at);
    const category = items.find(({ label }) => label === 'category');
    expect(category?.documentation).toMatchObject({
      kind: 'markdown',
      value: expect.stringContaining('matrix') as unknown,
    });
    expect(category?.textEdit).toMatchObject({
      range: { start: { line: 3, character: 4 }, end: { line: 3, character: 7 } },
    });
    expect(items.map(({ label }) => label)).not.toContain('name');
  });

  it('offers the declared queues as values', async () => {
    client = await startLsp(PULLING);
    const at = await openAt('kind: WrapUpCatalog\nqueues:\n  Billing:\ncodes:\n  - name: Resolved\n    queues: [|]\n');
    expect((await completions(at)).items.map(({ label }) => label)).toContain('Billing');
  });

  it('knows the environments of genesys.yaml', async () => {
    const project = 'kind: GenesysProject\nenvironments:\n  staging: { region: mypurecloud.ie }\n';
    client = await startLsp(PULLING, memoryFiles({ 'file:///p/genesys.yaml': project }));
    const at = await openAt('kind: WrapUpCatalog\ncodes:\n  - name: Resolved\n    environments: [|]\n');
    expect((await completions(at)).items.map(({ label }) => label)).toContain('staging');
  });

  it('sends no snippet syntax to a client that does not know it', async () => {
    client = await startLsp(PLAIN);
    const at = await openAt('kind: WrapUpCatalog\n|');
    const { items } = await completions(at);
    expect(items.length).toBeGreaterThan(0);
    for (const { textEdit, insertTextFormat } of items) {
      expect(insertTextFormat).toBe(1);
      expect(textEdit?.newText).not.toMatch(/\$[\d{]/);
    }
  });
});

describe('hover', () => {
  it('says what a key means, and marks it', async () => {
    client = await startLsp(PULLING);
    const at = await openAt('kind: WrapUpCatalog\ncodes:\n  - name: Resolved\n    manda|tory: true\n');
    expect(await hover(at)).toMatchObject({
      contents: { kind: 'markdown', value: expect.stringContaining('MANDATORY') as unknown },
      range: { start: { line: 3, character: 4 }, end: { line: 3, character: 13 } },
    });
  });

  it('shows no image and no link that a file writes: an editor would fetch it unasked', async () => {
    client = await startLsp(PULLING);
    const bait = '![x](https://evil.example/x.png) [y](command:workbench.action.quit)';
    const at = await openAt(
      `kind: WrapUpCatalog\nqueues:\n  "${bait}":\ncodes:\n  - name: A\n    queues: ["!|${bait.slice(1)}"]\n`,
    );
    const shown = JSON.stringify((await hover(at))?.contents);
    expect(shown).toContain('evil');
    expect(shown).not.toMatch(/!\[|\]\(/);
  });

  it('says nothing where there is nothing', async () => {
    client = await startLsp(PULLING);
    expect(await hover(await openAt('kind: WrapUpCatalog\n# no|te\ncodes: []\n'))).toBeNull();
  });
});

describe('outline and folding', () => {
  const text = 'kind: WrapUpCatalog\ncodes:\n  - name: Resolved\n    code: RES\n  - name: Lead\n|';

  it('are a tree for a client that knows trees', async () => {
    client = await startLsp(PULLING);
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>(
      'textDocument/documentSymbol',
      await openAt(text),
    );
    expect(symbols.find(({ name }) => name === 'codes')?.children?.map(({ name, detail }) => [name, detail])).toEqual([
      ['Resolved', 'RES'],
      ['Lead', undefined],
    ]);
  });

  it('are a list for one that does not', async () => {
    client = await startLsp(PLAIN);
    const symbols = await client.connection.sendRequest<SymbolInformation[]>(
      'textDocument/documentSymbol',
      await openAt(text),
    );
    expect(symbols.filter(({ containerName }) => containerName === 'codes')).toMatchObject([
      { name: 'Resolved', location: { uri: URI } },
      { name: 'Lead', location: { uri: URI } },
    ]);
  });

  it('fold the list of codes and each code', async () => {
    client = await startLsp(PULLING);
    const folds = await client.connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', await openAt(text));
    expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toEqual(
      expect.arrayContaining([
        [1, 4],
        [2, 3],
      ]),
    );
  });
});

describe('a document that is not ours', () => {
  it('gets nothing of anything', async () => {
    client = await startLsp(PULLING);
    const at = await openAt('services:\n  w|eb:\n    image: x\n', 'file:///p/compose.yaml', 'yaml');
    const range = { start: at.position, end: at.position };
    expect((await completions(at)).items).toEqual([]);
    expect(await hover(at)).toBeNull();
    for (const request of ['documentSymbol', 'foldingRange']) {
      expect(await client.connection.sendRequest(`textDocument/${request}`, at)).toEqual([]);
    }
    const context = { diagnostics: [] };
    expect(await client.connection.sendRequest('textDocument/codeAction', { ...at, range, context })).toEqual([]);
  });
});

describe('a request that was cancelled', () => {
  it('is answered as cancelled', async () => {
    client = await startLsp(PULLING);
    const at = await openAt('kind: WrapUpCatalog\n|');
    const { CancellationTokenSource } = await import('vscode-languageserver/node');
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest('textDocument/hover', at, source.token);
    source.cancel();
    await expect(asked).rejects.toMatchObject({ code: -32800 });
  });
});
