/** What other editors may do: everything the protocol allows, with the least it demands. */
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, CompletionList, Diagnostic, Hover } from 'vscode-languageserver/node';
import type { ServerFiles } from '#server/files.ts';
import { type LspClient, memoryFiles, PLAIN, PULLING, startLsp } from '../support/lspClient.ts';
import { waitFor } from '../support/waitFor.ts';

const URI = 'file:///p/a.wrapup.yaml';
const CLEAN = 'kind: WrapUpCatalog\ncodes:\n  - name: Resolved\n';
const POLICY = 'kind: GenesysProject\npolicy: { require: [category] }\n';

let client: LspClient;
afterEach(() => client.dispose());

const place = (line: number, character: number) => ({ line, character });
const codes = (diagnostics: readonly Diagnostic[] | undefined) => diagnostics?.map(({ code }) => code);

async function openAs(uri: string, languageId: string, text: string): Promise<void> {
  await client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId, version: 1, text },
  });
}

async function pull(uri: string): Promise<readonly Diagnostic[]> {
  const report = await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.items;
}

describe('changes', () => {
  it('in one message count one after the other, and in UTF-16 units', async () => {
    client = await startLsp(PLAIN);
    await client.open(URI, 'kind: WrapUpCatalog\ncodes:\n  - name: "😀"\n    nmae: x\n');
    expect(codes((await waitFor(() => client.pushed[0])).diagnostics)).toContain('unknown-field');
    await client.change(
      URI,
      // Behind the emoji, which is two units; then a line less; then a key on what is the last line by now.
      { range: { start: place(2, 13), end: place(2, 13) }, text: ' ok' },
      { range: { start: place(3, 0), end: place(4, 0) }, text: '' },
      { range: { start: place(3, 0), end: place(3, 0) }, text: '    descripton: x\n' },
    );
    const { diagnostics } = await waitFor(() => client.pushed.find(({ version }) => version === 2));
    expect(diagnostics).toMatchObject([
      { code: 'name-characters', range: { start: place(2, 11), end: place(2, 13) } },
      { code: 'unknown-field', range: { start: place(3, 4), end: place(3, 14) } },
    ]);
  });

  it('of a document that was closed and opened again belong to the new one, though its version is the same', async () => {
    const waiting: (() => void)[] = [];
    const files: ServerFiles = {
      ...memoryFiles({}),
      findProject: () => new Promise((resolve) => waiting.push(() => resolve(undefined))),
    };
    client = await startLsp(PULLING, files);
    await client.open(URI, CLEAN.replace('name', 'nmae'));
    const outdated = pull(URI).catch(({ code }: { code: number }) => code);
    await waitFor(() => waiting.length > 0);
    await client.close(URI);
    await client.open(URI, CLEAN);
    const current = pull(URI);
    await waitFor(() => waiting.length > 1);
    for (const answer of waiting) answer();
    expect(await outdated).toBe(-32801);
    expect(await current).toEqual([]);
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: { start: place(2, 5), end: place(2, 5) },
      context: { diagnostics: [], only: ['quickfix'] },
    });
    expect(actions).toEqual([]);
  });

  it('are answered for the last version when many come at once', async () => {
    client = await startLsp(PLAIN);
    await client.open(URI, CLEAN);
    const typed = 'description: \n';
    for (const [at, text] of [...`    ${typed}`].entries())
      await client.change(URI, { range: { start: place(3, at), end: place(3, at) }, text });
    const last = 1 + 4 + typed.length;
    await waitFor(() => client.pushed.some(({ version }) => version === last));
    expect(client.pushed.at(-1)?.version).toBe(last);
    const versions = client.pushed.map(({ version }) => version ?? 0);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  });
});

describe('addresses', () => {
  it('of Windows are one file in every spelling', async () => {
    const files = memoryFiles({ 'file:///c:/My%20Codes/genesys.yaml': 'kind: GenesysProject\n' });
    client = await startLsp(PULLING, {
      ...files,
      findProject: async () => 'file:///c:/My%20Codes/genesys.yaml',
    });
    const catalog = 'file:///c%3A/My%20Codes/a.wrapup.yaml';
    await openAs(catalog, 'yaml', CLEAN);
    expect(await pull(catalog)).toEqual([]);
    await openAs('file:///C%3A/My%20Codes/genesys.yaml', 'yaml', POLICY);
    expect(codes(await pull(catalog))).toEqual(['policy-missing-field']);
    expect(codes(await pull('file:///C:/My Codes/a.wrapup.yaml'))).toEqual(['policy-missing-field']);
  });

  it.each([
    'untitled:Untitled-1',
    'vscode-vfs://github/owner/repo/a.wrapup.yaml',
    'inmemory://model/1',
    'zipfile:/x.zip::a.wrapup.yaml',
  ])('that are nowhere on disk are checked alone: %s', async (uri) => {
    client = await startLsp(PLAIN);
    await openAs(uri, 'wrapsmith', CLEAN.replace('name', 'nmae'));
    expect(await waitFor(() => client.pushed[0])).toMatchObject({ uri, diagnostics: [{ code: 'unknown-field' }] });
    const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: place(1, 2),
    });
    expect(hover?.contents).toMatchObject({ kind: 'plaintext' });
  });
});

describe('requests', () => {
  it('for a place that is not there, or a document that is not open, are answered with nothing', async () => {
    client = await startLsp(PLAIN);
    await client.open(URI, CLEAN);
    const ask = <T>(method: string, uri: string, position: { line: number; character: number }) =>
      client.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, position });
    for (const position of [place(2, 9_999), place(9_999, 0)]) {
      expect(await ask<Hover | null>('hover', URI, position)).toSatisfy(
        (hover: Hover | null) => hover === null || hover.range !== undefined,
      );
      expect((await ask<CompletionList>('completion', URI, position)).isIncomplete).toBe(false);
    }
    const closed = 'file:///p/closed.wrapup.yaml';
    expect(await ask('hover', closed, place(0, 0))).toBeNull();
    expect(await ask('completion', closed, place(0, 0))).toMatchObject({ items: [] });
    expect(await ask('documentSymbol', closed, place(0, 0))).toEqual([]);
    expect(client.log).toEqual([]);
  });
});
