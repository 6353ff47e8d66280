/** A project as one sees it while editing: all its files, on disk and open, told of when they change. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities, Diagnostic, DocumentDiagnosticReport, Location } from 'vscode-languageserver/node';
import type { ServerFiles } from '#server/files.ts';
import { nodeFiles } from '#server/nodeFiles.ts';
import { manualClock } from '../support/fakeClock.ts';
import { type LspClient, memoryFiles, PLAIN, PULLING, startLsp } from '../support/lspClient.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { waitFor } from '../support/waitFor.ts';

const PROJECT = 'file:///p/genesys.yaml';
const A = 'file:///p/a.wrapup.yaml';
const B = 'file:///p/b.wrapup.yaml';
const QUERY = 'file:///p/q.query.yaml';
const project = 'kind: GenesysProject\n';
const catalogOf = (...names: string[]) =>
  `kind: WrapUpCatalog\ncodes:\n${names.map((name) => `  - name: ${name}\n`).join('')}`;
const queryFor = (code: string) =>
  `kind: ConversationDetails\ninterval: 2026-11-01/2026-11-08\nwhere:\n  wrapUpCode: ${code}\n`;

let client: LspClient;
afterEach(() => client.dispose());

async function start(files: Record<string, string> | ServerFiles, capabilities: ClientCapabilities = PLAIN) {
  const served =
    typeof files.read === 'function' ? (files as ServerFiles) : memoryFiles(files as Record<string, string>);
  client = await startLsp(capabilities, served);
}

/** What the editor shows for a file by now. */
async function shown(uri: string): Promise<readonly Diagnostic[]> {
  await client.settled();
  return client.pushed.findLast((sent) => sent.uri === uri)?.diagnostics ?? [];
}
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

async function pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
  return client.connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri },
    ...(previousResultId !== undefined && { previousResultId }),
  });
}

describe('two catalogs with the same name in them', () => {
  it('are both marked while one is on disk only, and point at each other', async () => {
    await start(
      { [PROJECT]: project, [B]: catalogOf('Lead', 'Resolved') },
      {
        textDocument: { publishDiagnostics: { relatedInformation: true } },
      },
    );
    await client.open(A, catalogOf('Resolved'));
    const [found] = await shown(A);
    expect(found).toMatchObject({ code: 'duplicate-name' });
    expect(found?.relatedInformation?.[0]?.location).toMatchObject({ uri: B, range: { start: { line: 3 } } });
  });

  it('are both followed while one types in the other', async () => {
    await start({ [PROJECT]: project });
    await client.open(A, catalogOf('Resolved'));
    await client.open(B, catalogOf('Lead'));
    expect([await shown(A), await shown(B)]).toEqual([[], []]);
    const name = { start: { line: 2, character: 10 }, end: { line: 2, character: 14 } };
    await client.change(B, { range: name, text: 'Resolved' });
    expect(codes(await shown(A))).toEqual(['duplicate-name']);
    expect(codes(await shown(B))).toEqual(['duplicate-name']);
    // What is edited comes first.
    expect(client.pushed.slice(-2).map(({ uri }) => uri)).toEqual([B, A]);
    await client.change(B, { range: { ...name, end: { line: 2, character: 18 } }, text: 'Lead' });
    expect([await shown(A), await shown(B)]).toEqual([[], []]);
  });

  it('leave alone a file whose problems are the same as before', async () => {
    await start({ [PROJECT]: project });
    await client.open(A, catalogOf('Resolved'));
    await client.open(B, catalogOf('Lead'));
    await client.settled();
    const before = client.pushed.filter(({ uri }) => uri === A).length;
    await client.change(B, { text: catalogOf('Another') });
    await client.settled();
    expect(client.pushed.filter(({ uri }) => uri === A)).toHaveLength(before);
  });
});

describe('the files of a project', () => {
  it('are read in the background: what is open is checked before they are there, and again when they are', async () => {
    const waiting: (() => void)[] = [];
    const files = memoryFiles({ [PROJECT]: project, [B]: catalogOf('Resolved') });
    await start({
      ...files,
      read: async (uri) => {
        if (uri === B) await new Promise<void>((resolve) => waiting.push(resolve));
        return files.read(uri);
      },
    });
    await client.open(QUERY, queryFor('Nobody'));
    expect(await waitFor(() => client.pushed[0])).toMatchObject({ uri: QUERY, diagnostics: [] });
    await waitFor(() => waiting.length > 0);
    // A keystroke is not kept waiting either.
    await client.change(QUERY, { text: queryFor('Nobody at all') });
    expect(await waitFor(() => client.pushed[1])).toMatchObject({ version: 2, diagnostics: [] });
    for (const answer of waiting) answer();
    expect(codes(await shown(QUERY))).toEqual(['unknown-code']);
  });

  it('are read once, many of them too, and an answer that needs all of them waits for them', async () => {
    const many = Array.from({ length: 60 }, (_, index) => `file:///p/${index}.wrapup.yaml`);
    const texts = Object.fromEntries(many.map((uri, index) => [uri, catalogOf(`Code ${index}`)]));
    const reads = new Map<string, number>();
    const files = memoryFiles({ [PROJECT]: project, ...texts });
    await start({
      ...files,
      read: async (uri) => {
        reads.set(uri, (reads.get(uri) ?? 0) + 1);
        return files.read(uri);
      },
    });
    await client.open(QUERY, queryFor('Code 59'));
    const found = await client.connection.sendRequest<Location[]>('textDocument/definition', {
      textDocument: { uri: QUERY },
      position: { line: 3, character: 16 },
    });
    expect(found).toMatchObject([{ uri: many[59], range: { start: { line: 2, character: 10 } } }]);
    expect(await shown(QUERY)).toEqual([]);
    expect(many.map((uri) => reads.get(uri))).toEqual(many.map(() => 1));
  });

  it('are followed where they change outside the editor: only what is named is read again', async () => {
    const texts: Record<string, string> = { [PROJECT]: project, [A]: catalogOf('Lead'), [B]: catalogOf('Resolved') };
    const read: string[] = [];
    const files = memoryFiles(texts);
    await start(
      {
        ...files,
        read: async (uri) => {
          read.push(uri);
          return files.read(uri);
        },
      },
      { ...PLAIN, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    );
    await client.open(QUERY, queryFor('Lead'));
    expect(await shown(QUERY)).toEqual([]);
    read.length = 0;

    texts[A] = catalogOf('Leads');
    await client.filesChanged(A);
    expect(codes(await shown(QUERY))).toEqual(['unknown-code']);
    expect(read).toEqual([A]);

    texts['file:///p/sub/new.wrapup.yaml'] = catalogOf('Lead');
    await client.filesChanged('file:///p/sub/new.wrapup.yaml');
    expect(await shown(QUERY)).toEqual([]);

    delete texts['file:///p/sub/new.wrapup.yaml'];
    await client.filesChanged('file:///p/sub/new.wrapup.yaml');
    expect(codes(await shown(QUERY))).toEqual(['unknown-code']);
    expect(read).toEqual([A, 'file:///p/sub/new.wrapup.yaml']);
  });

  it('speak from disk again when they are closed without saving', async () => {
    await start({ [PROJECT]: project, [A]: catalogOf('Lead') });
    await client.open(QUERY, queryFor('Lead'));
    await client.open(A, catalogOf('Unsaved'));
    expect(codes(await shown(QUERY))).toEqual(['unknown-code']);
    await client.close(A);
    expect(await shown(QUERY)).toEqual([]);
    await client.open('file:///p/never-saved.wrapup.yaml', catalogOf('Lead'));
    await client.settled();
    await client.close('file:///p/never-saved.wrapup.yaml');
    expect(await shown(QUERY)).toEqual([]);
  });

  it('that cannot be read keep anything from being called missing', async () => {
    const files = memoryFiles({ [PROJECT]: project, [A]: catalogOf('Lead'), [B]: '' });
    await start({ ...files, read: async (uri) => (uri === B ? undefined : files.read(uri)) });
    await client.open(QUERY, queryFor('Nobody'));
    expect(await shown(QUERY)).toEqual([]);
  });
});

describe('a genesys.yaml', () => {
  const policy = 'kind: GenesysProject\npolicy: { require: [category] }\n';

  it('that is created governs what is open, and one that is deleted no longer', async () => {
    const texts: Record<string, string> = { [B]: catalogOf('Resolved') };
    await start(texts, PULLING);
    await client.open(A, catalogOf('Resolved'));
    const items = async () => {
      await client.settled();
      const report = await pull(A);
      return report.kind === 'full' ? codes(report.items) : [];
    };
    expect(await items()).toEqual([]);
    texts[PROJECT] = policy;
    await client.filesChanged(PROJECT);
    expect(new Set(await items())).toEqual(new Set(['duplicate-name', 'policy-missing-field']));
    delete texts[PROJECT];
    await client.filesChanged(PROJECT);
    expect(await items()).toEqual([]);
  });

  it('in a folder below takes its files out of the project above', async () => {
    const inner = 'file:///p/team/genesys.yaml';
    const texts: Record<string, string> = { [PROJECT]: project, 'file:///p/team/b.wrapup.yaml': catalogOf('Resolved') };
    await start(texts, { ...PLAIN, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    await client.open(A, catalogOf('Resolved'));
    expect(codes(await shown(A))).toEqual(['duplicate-name']);
    texts[inner] = project;
    await client.filesChanged(inner);
    expect(await shown(A)).toEqual([]);
  });
});

describe('on a real disk', () => {
  it('a file that is opened by way of a link is itself, and no second one', async () => {
    const folder = tempFolder({ 'genesys.yaml': project, 'real.wrapup.yaml': catalogOf('Resolved') });
    symlinkSync(join(folder, 'real.wrapup.yaml'), join(folder, 'link.wrapup.yaml'));
    await start(nodeFiles);
    const link = pathToFileURL(join(folder, 'link.wrapup.yaml')).href;
    await client.open(link, catalogOf('Resolved'));
    expect(await shown(link)).toEqual([]);
    const real = pathToFileURL(join(folder, 'real.wrapup.yaml')).href;
    await client.open(real, catalogOf('Resolved', 'Lead'));
    expect([await shown(link), await shown(real)]).toEqual([[], []]);
    expect(client.log).toEqual([]);
  });

  it('folders that vanish, links to nowhere and files that are folders end nothing', async () => {
    const folder = tempFolder({ 'genesys.yaml': project, 'sub/b.wrapup.yaml': catalogOf('Lead') });
    symlinkSync(join(folder, 'nowhere'), join(folder, 'gone.wrapup.yaml'));
    mkdirSync(join(folder, 'folder.wrapup.yaml'));
    await start(nodeFiles, { ...PLAIN, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    const query = pathToFileURL(join(folder, 'q.query.yaml')).href;
    await client.open(query, queryFor('Nobody'));
    // A catalog that leads nowhere might have it.
    expect(await shown(query)).toEqual([]);
    rmSync(join(folder, 'sub'), { recursive: true });
    rmSync(join(folder, 'gone.wrapup.yaml'));
    writeFileSync(join(folder, 'a.wrapup.yaml'), catalogOf('Somebody'));
    const named = ['sub/b.wrapup.yaml', 'gone.wrapup.yaml', 'a.wrapup.yaml'].map(
      (name) => pathToFileURL(join(folder, name)).href,
    );
    await client.filesChanged(...named);
    expect(codes(await shown(query))).toEqual(['unknown-code']);
    expect(client.log).toEqual([]);
  });
});

describe('diagnostics', () => {
  it('are at most a thousand for a file, the worst of them, and the last one says how many more there are', async () => {
    await start({});
    await client.open(A, catalogOf(...Array.from({ length: 1500 }, () => 'Resolved')));
    const all = await shown(A);
    expect(all).toHaveLength(1000);
    expect(all.at(-1)).toMatchObject({
      code: 'more-problems',
      severity: 3,
      range: { start: { line: 0, character: 0 } },
    });
    expect(all.at(-1)?.message).toMatch(/^501 more problems are not shown\./);
  });

  it('that did not change are not sent again to who says which ones are there', async () => {
    await start({ [PROJECT]: project }, PULLING);
    await client.open(A, catalogOf('Resolved', 'Resolved'));
    await client.open(B, catalogOf('Lead'));
    await client.settled();
    const first = await pull(A);
    const { resultId } = first;
    expect(await pull(A, resultId)).toEqual({ kind: 'unchanged', resultId });
    await client.change(B, { text: catalogOf('Leads') });
    expect(await pull(A, resultId)).toEqual({ kind: 'unchanged', resultId });
    await client.change(A, { text: catalogOf('Resolved') });
    expect(await pull(A, resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  it('follow the clock once a minute', async () => {
    const clock = manualClock(Date.UTC(2026, 10, 20, 12));
    client = await startLsp(PLAIN, memoryFiles({}), clock);
    await client.open(A, 'kind: WrapUpCatalog\ncodes:\n  - name: Resolved\n    validThrough: 2026-11-20T12:00:30Z\n');
    expect(await shown(A)).toEqual([]);
    await clock.advance(60_000);
    expect(codes(await shown(A))).toEqual(['code-expired']);
  });
});
