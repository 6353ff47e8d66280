/** Query files over the real protocol: several queries in one file, with all that an editor asks. */
import { afterEach, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentSymbol,
  Hover,
  InlayHint,
} from 'vscode-languageserver/node';
import { linesOf } from '#core/text/position.ts';
import { northwind, now } from '../fixtures/context.ts';
import { manualClock } from '../support/fakeClock.ts';
import { type LspClient, type LspOptions, memoryFiles, PLAIN, PULLING, startLsp } from '../support/lspClient.ts';
import { waitFor } from '../support/waitFor.ts';

const QUERY = 'file:///p/a.query.yaml';
const PROJECT = 'file:///p/genesys.yaml';
const CATALOG = 'file:///p/a.wrapup.yaml';
const catalog =
  'kind: WrapUpCatalog\ncategories: { support: [resolved] }\ncodes:\n  - { name: Issue Resolved, code: RESOLVED, category: support }\n';
const project = 'kind: GenesysProject\ntimeZone: Europe/Amsterdam\n';
const two = `# Volumes
kind: ConversationAggregates
interval: last 7 days
metrics: [nOffered]
where:
  queue: Support Voice
---
kind: ConversationDetails
interval: 2026-11-01/2026-11-08
where:
  wrapUpCode: { category: suport }
`;

let client: LspClient;
afterEach(() => client.dispose());

async function start(
  options: LspOptions = {},
  files: Record<string, string> = { [PROJECT]: project, [CATALOG]: catalog },
): Promise<void> {
  client = await startLsp(PULLING, memoryFiles(files), manualClock(now), options);
}

/** When all is known: before that, nothing is said to be missing. */
async function pull(uri: string): Promise<readonly Diagnostic[]> {
  await client.settled();
  const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.kind === 'full' ? report.items : [];
}

const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

async function inlays(): Promise<InlayHint[]> {
  await client.settled();
  return client.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri: QUERY }, range: whole });
}

function lenses(): Promise<CodeLens[]> {
  return client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: QUERY } });
}

function underlined(text: string, { range }: Diagnostic): string {
  const lines = linesOf(text);
  return text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
}

describe('a squiggle in the second query', () => {
  it('stands under what is wrong, and its fix repairs that and no more', async () => {
    await start();
    await client.open(QUERY, two);
    const items = await pull(QUERY);
    expect(items.map((item) => [item.code, item.severity, underlined(two, item)])).toEqual([
      ['unknown-code', 2, 'suport'],
    ]);
    const [problem] = items;
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: QUERY },
      range: problem?.range,
      context: { diagnostics: [] },
    });
    const [fix] = actions;
    expect(fix).toMatchObject({ title: "Change to 'support'", isPreferred: true });
    expect(JSON.stringify(fix?.edit)).toContain('"newText":"support"');
  });

  it('goes when the catalog that was missing it gets it, while both are open', async () => {
    await start();
    await client.open(QUERY, two);
    await client.open(CATALOG, catalog);
    expect((await pull(QUERY)).map(({ code }) => code)).toEqual(['unknown-code']);
    const before = client.refreshes;
    await client.change(CATALOG, { text: catalog.replaceAll('support', 'suport') });
    await waitFor(() => client.refreshes > before);
    expect(await pull(QUERY)).toEqual([]);
  });

  it('says nothing about codes while a catalog is broken', async () => {
    await start({}, { [PROJECT]: project, [CATALOG]: 'kind: WrapUpCatalog\ncodes: [' });
    await client.open(QUERY, two);
    expect(await pull(QUERY)).toEqual([]);
  });

  it('is there in JSON, too', async () => {
    await start();
    const uri = 'file:///p/b.query.json';
    await client.open(uri, '{ "interval": "yesterday", "metrics": ["nOffred"], "granularity": "P1D" }');
    const items = await pull(uri);
    expect(items.map(({ code }) => code)).toEqual(['missing-kind']);
  });
});

describe('the names of the org', () => {
  it('are asked of a client that answers, and asked again when it says so', async () => {
    let org: typeof northwind | null = null;
    let asked = 0;
    await start({
      orgNames: true,
      org: () => {
        asked++;
        return org;
      },
    });
    await client.open(QUERY, two.replace('Support Voice', 'Claims'));
    expect((await pull(QUERY)).map(({ code }) => code)).toEqual(['unknown-code']);
    await pull(QUERY);
    expect(asked).toBe(1);
    org = northwind;
    const before = client.refreshes;
    await client.orgChanged();
    await waitFor(() => client.refreshes > before && client.inlayRefreshes > 0);
    const items = await pull(QUERY);
    expect(items.map(({ code, message }) => [code, message])).toContainEqual([
      'not-in-org',
      "Queue 'Claims' is not in org Northwind, seen 3 min ago.",
    ]);
    expect(asked).toBe(2);
  });

  it('keep nobody waiting while the client has no answer', async () => {
    let answer: ((names: typeof northwind) => void) | undefined;
    const files = memoryFiles({ [PROJECT]: project, [CATALOG]: catalog });
    client = await startLsp(PLAIN, files, manualClock(now), {
      orgNames: true,
      org: () => new Promise((resolve) => void (answer = resolve)),
    });
    await client.open(QUERY, two.replace('Support Voice', 'Claims'));
    const told = () => client.pushed.at(-1)?.diagnostics.map(({ code }) => code) ?? [];
    await waitFor(() => told().includes('unknown-code') && answer);
    expect(told()).not.toContain('not-in-org');
    const at = { textDocument: { uri: QUERY }, position: { line: 3, character: 10 } };
    const { items } = await client.connection.sendRequest<CompletionList>('textDocument/completion', at);
    expect(items).not.toEqual([]);
    answer?.(northwind);
    await waitFor(() => told().includes('not-in-org'));
  });

  it('are never asked of a client that does not say that it answers', async () => {
    let asked = 0;
    await start({
      org: () => {
        asked++;
        return northwind;
      },
    });
    await client.open(QUERY, two);
    await pull(QUERY);
    await inlays();
    expect(asked).toBe(0);
  });

  it('that the client fails to give cost nothing else', async () => {
    await start({
      orgNames: true,
      org: () => {
        throw new Error('no such thing');
      },
    });
    await client.open(QUERY, two);
    expect((await pull(QUERY)).map(({ code }) => code)).toEqual(['unknown-code']);
  });
});

describe('inlay hints', () => {
  it('show both intervals as they will be sent, in the time zone of the project', async () => {
    await start();
    await client.open(QUERY, two);
    expect((await inlays()).map(({ position, label }) => [position.line, position.character, label])).toEqual([
      [2, 21, '2026-11-13T00:00:00+01:00/2026-11-20T00:00:00+01:00'],
      [8, 31, '2026-11-01T00:00:00+01:00/2026-11-08T00:00:00+01:00'],
    ]);
  });

  it('show the id of a name that the org has', async () => {
    await start({ orgNames: true, org: () => northwind });
    await client.open(QUERY, two);
    const ids = (await inlays()).filter(({ position }) => position.line === 5);
    expect(ids).toMatchObject([
      { label: '11111111', tooltip: '11111111-1111-4111-8111-111111111111 in org Northwind, seen 3 min ago.' },
    ]);
  });

  it('are kept to the lines that are asked for', async () => {
    await start();
    await client.open(QUERY, two);
    const range = { start: { line: 7, character: 0 }, end: { line: 9, character: 0 } };
    const some = await client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', {
      textDocument: { uri: QUERY },
      range,
    });
    expect(some.map(({ position }) => position.line)).toEqual([8]);
  });
});

describe('run lenses', () => {
  const places = (found: readonly CodeLens[]) =>
    found.map(({ range, command }) => [range.start.line, command?.command, command?.arguments]);

  it('stand over each query for a client that has the command', async () => {
    await start({ lenses: ['run'] });
    expect(client.initialized.capabilities.codeLensProvider).toEqual({});
    await client.open(QUERY, two);
    expect(places(await lenses())).toEqual([
      [1, 'wrapsmith.runQuery', [QUERY, 0]],
      [7, 'wrapsmith.runQuery', [QUERY, 1]],
    ]);
  });

  it('stay where they are while a query is half-typed', async () => {
    await start({ lenses: ['run'] });
    await client.open(QUERY, two);
    const before = places(await lenses());
    for (const broken of [
      two.replace('metrics: [nOffered]', 'metrics: [nOff'),
      two.replace('  queue: Support Voice', '  queue: "Support'),
      two.replace('kind: ConversationAggregates', 'kind: Conv'),
      two.replace('where:\n', 'whe\n'),
    ]) {
      await client.change(QUERY, { text: broken });
      expect(places(await lenses())).toEqual(before);
    }
  });

  it('are not offered to a client that did not ask for them', async () => {
    await start();
    expect(client.initialized.capabilities.codeLensProvider).toBeUndefined();
    await client.open(QUERY, two);
    await expect(lenses()).rejects.toMatchObject({ code: -32601 });
  });
});

describe('completion, hover and outline', () => {
  it('know the metrics where metrics stand', async () => {
    await start();
    const text = two.replace('[nOffered]', '[nOffered, t]');
    await client.open(QUERY, text);
    const { items } = await client.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri: QUERY },
      position: { line: 3, character: 21 },
    });
    const labels = items.map(({ label }) => label);
    expect(labels).toContain('tHandle');
    expect(labels).not.toContain('nOffered');
    expect(labels).not.toContain('tFlow');
  });

  it('say what an interval becomes', async () => {
    await start();
    await client.open(QUERY, two);
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri: QUERY },
      position: { line: 2, character: 14 },
    });
    expect(JSON.stringify(hover.contents)).toContain('2026-11-13T00:00:00+01:00/2026-11-20T00:00:00+01:00');
  });

  it('list each query with its interval', async () => {
    await start();
    await client.open(QUERY, two);
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: QUERY },
    });
    expect(symbols.map(({ name, detail }) => [name, detail])).toEqual([
      ['ConversationAggregates', 'last 7 days'],
      ['ConversationDetails', '2026-11-01/2026-11-08'],
    ]);
  });
});

it('an editor that can do little is checked as well', async () => {
  client = await startLsp(PLAIN, memoryFiles({ [PROJECT]: project, [CATALOG]: catalog }), manualClock(now));
  await client.open(QUERY, two);
  await client.settled();
  expect(client.pushed.at(-1)?.diagnostics.map(({ code }) => code)).toEqual(['unknown-code']);
});
