import { afterEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { linesOf } from '#core/text/position.ts';
import type { ServerFiles } from '#server/files.ts';
import { type LspClient, memoryFiles, PLAIN, PULLING, startLsp } from '../support/lspClient.ts';
import { waitFor } from '../support/waitFor.ts';

const CATALOG = 'file:///p/a.wrapup.yaml';
const OTHER = 'file:///p/b.wrapup.yaml';
const PROJECT = 'file:///p/genesys.yaml';
const clean = 'kind: WrapUpCatalog\ncodes:\n  - name: Resolved\n';
const twice = 'kind: WrapUpCatalog\ncodes:\n  - name: Resolved\n  - name: Resolved\n';
const onBilling = 'kind: WrapUpCatalog\ncodes:\n  - name: Refund\n    queues: [Billing]\n';
const declaresBilling = 'kind: WrapUpCatalog\nqueues:\n  Billing:\ncodes:\n  - name: Lead\n';

let client: LspClient;
afterEach(() => client.dispose());

async function start(capabilities: ClientCapabilities, files?: ServerFiles): Promise<void> {
  client = await startLsp(capabilities, files);
}

/** When all is known: before that, nothing is said to be missing. */
async function pull(uri: string): Promise<readonly Diagnostic[]> {
  await client.settled();
  const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.kind === 'full' ? report.items : [];
}

/** Messages are handled in their order: when this one is answered, all before it have been seen. */
async function received(): Promise<void> {
  await client.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri: 'file:///p/never.yaml' } });
}

function underlined(text: string, { range }: Diagnostic): string {
  const lines = linesOf(text);
  return text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
}

describe('pulled diagnostics', () => {
  it('are offered as such, are asked for, and are never pushed too', async () => {
    await start(PULLING);
    expect(client.initialized.capabilities.diagnosticProvider).toEqual({
      identifier: 'wrapsmith',
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
    await client.open(CATALOG, twice);
    const items = await pull(CATALOG);
    expect(items.map((item) => [item.source, item.code, item.severity, underlined(twice, item)])).toEqual([
      ['wrapsmith', 'duplicate-name', 1, 'Resolved'],
      ['wrapsmith', 'duplicate-name', 1, 'Resolved'],
    ]);
    expect(items[1]?.relatedInformation?.[0]?.location).toMatchObject({ uri: CATALOG, range: items[0]?.range });
    await received();
    expect(client.pushed).toEqual([]);
  });

  it('follow incremental edits, also of a half-typed file', async () => {
    await start(PULLING);
    await client.open(CATALOG, twice);
    const place = (character: number) => ({ line: 3, character });
    await client.change(CATALOG, { range: { start: place(10), end: place(18) }, text: '' });
    expect((await pull(CATALOG)).map(({ code }) => code)).not.toContain('duplicate-name');
    await client.change(CATALOG, { range: { start: place(10), end: place(10) }, text: 'Lead' });
    expect(await pull(CATALOG)).toEqual([]);
  });

  it('are none for a document that is not ours, and none for one that is not open', async () => {
    await start(PULLING);
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri: 'file:///p/compose.yaml',
        languageId: 'yaml',
        version: 1,
        text: 'services: {web: {image: x}}\n',
      },
    });
    expect(await pull('file:///p/compose.yaml')).toEqual([]);
    expect(await pull('file:///p/never.wrapup.yaml')).toEqual([]);
  });

  it('know a catalog by its kind, whatever the file is called', async () => {
    await start(PULLING);
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'untitled:Untitled-1', languageId: 'yaml', version: 1, text: twice },
    });
    expect(await pull('untitled:Untitled-1')).toHaveLength(2);
  });
});

describe('the project around a document', () => {
  it('is its genesys.yaml: from disk, from the open editor before that, and from disk again', async () => {
    const files = { [PROJECT]: 'kind: GenesysProject\npolicy: { require: [category] }\n' };
    await start(PULLING, memoryFiles(files));
    await client.open(CATALOG, clean);
    expect((await pull(CATALOG)).map(({ code }) => code)).toEqual(['policy-missing-field']);
    await client.open(PROJECT, 'kind: GenesysProject\n');
    await waitFor(() => client.refreshes === 1);
    expect(await pull(CATALOG)).toEqual([]);
    await client.close(PROJECT);
    await waitFor(() => client.refreshes === 2);
    expect((await pull(CATALOG)).map(({ code }) => code)).toEqual(['policy-missing-field']);
  });

  it('is read again when the editor says that a file on disk changed', async () => {
    const files: Record<string, string> = { [PROJECT]: 'kind: GenesysProject\n', [OTHER]: clean };
    await start(PULLING, memoryFiles(files));
    await client.open(CATALOG, onBilling);
    expect((await pull(CATALOG)).map(({ code }) => code)).toEqual(['undeclared-queue']);
    files[OTHER] = declaresBilling;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: OTHER, type: 2 }] });
    await waitFor(() => client.refreshes === 1);
    expect(await pull(CATALOG)).toEqual([]);
  });

  it('refreshes the others for an edit of declared queues, and not for any other edit', async () => {
    await start(PULLING, memoryFiles({ [PROJECT]: 'kind: GenesysProject\n', [OTHER]: clean }));
    await client.open(CATALOG, onBilling);
    await client.open(OTHER, clean);
    await pull(CATALOG);
    await pull(OTHER);
    const before = client.refreshes;
    await client.change(OTHER, { text: `${clean}  - name: Another\n` });
    await pull(OTHER);
    expect(client.refreshes).toBe(before);
    await client.change(OTHER, { text: declaresBilling });
    await waitFor(() => client.refreshes === before + 1);
    expect(await pull(CATALOG)).toEqual([]);
  });

  it('is read again with each opened document where the editor tells nothing about files', async () => {
    const files: Record<string, string> = { [PROJECT]: 'kind: GenesysProject\n' };
    await start(PLAIN, memoryFiles(files));
    await client.open(CATALOG, clean);
    expect(await waitFor(() => client.pushed[0])).toMatchObject({ diagnostics: [] });
    files[PROJECT] = 'kind: GenesysProject\npolicy: { require: [category] }\n';
    await client.open(OTHER, 'kind: WrapUpCatalog\ncodes:\n  - name: Lead\n');
    await client.settled();
    for (const uri of [CATALOG, OTHER])
      expect(client.pushed.findLast((sent) => sent.uri === uri)).toMatchObject({
        diagnostics: [{ code: 'policy-missing-field' }],
      });
  });

  it('that cannot be read is no error in the file', async () => {
    await start(PULLING, { ...memoryFiles({}), findProject: async () => PROJECT });
    await client.open(CATALOG, clean);
    expect(await pull(CATALOG)).toEqual([]);
  });
});

describe('pushed diagnostics', () => {
  it('go to a client that cannot pull, with the version they are of, and are taken back on close', async () => {
    await start(PLAIN);
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    await client.open(CATALOG, twice);
    const first = await waitFor(() => client.pushed[0]);
    expect(first).toMatchObject({ uri: CATALOG, version: 1 });
    expect(first.diagnostics.map(({ code, relatedInformation }) => [code, relatedInformation])).toEqual([
      ['duplicate-name', undefined],
      ['duplicate-name', undefined],
    ]);
    await client.change(CATALOG, { text: clean });
    expect(await waitFor(() => client.pushed[1])).toMatchObject({ version: 2, diagnostics: [] });
    await client.close(CATALOG);
    expect(await waitFor(() => client.pushed[2])).toEqual({ uri: CATALOG, diagnostics: [] });
  });

  it('of text that is no longer there are dropped', async () => {
    let answer: (() => void) | undefined;
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const files = memoryFiles({ [PROJECT]: 'kind: GenesysProject\n' });
    await start(PLAIN, { ...files, findProject: (uri) => slow.then(() => files.findProject(uri)) });
    await client.open(CATALOG, twice);
    await received();
    await client.change(CATALOG, { text: clean });
    await received();
    answer?.();
    expect(await waitFor(() => client.pushed[0])).toMatchObject({ version: 2, diagnostics: [] });
    await received();
    expect(client.pushed).toHaveLength(1);
  });
});

describe('a crash', () => {
  it('is logged with the name of the document, claims nothing about it, and ends nothing', async () => {
    let broken = true;
    const files = memoryFiles({});
    await start(PULLING, {
      ...files,
      findProject: (uri) => (broken ? Promise.reject(new Error('disk on fire')) : files.findProject(uri)),
    });
    await client.open(CATALOG, twice);
    await expect(pull(CATALOG)).rejects.toThrow('The check failed');
    const line = await waitFor(() => client.log[0]);
    expect(line).toContain(CATALOG);
    expect(line).toContain('disk on fire');
    broken = false;
    expect(await pull(CATALOG)).toHaveLength(2);
  });
});
