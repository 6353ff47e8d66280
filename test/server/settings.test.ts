/** What a person sets counts at once, from whichever side it comes. */
import { afterEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities, CodeLens, InlayHint } from 'vscode-languageserver/node';
import type { Settings } from '#server/protocol.ts';
import { settingsIn } from '#server/settings.ts';
import { manualClock } from '../support/fakeClock.ts';
import { type LspClient, memoryFiles, PULLING, startLsp } from '../support/lspClient.ts';
import { waitFor } from '../support/waitFor.ts';

const QUERY = 'file:///p/a.query.yaml';
const CATALOG = 'file:///p/a.wrapup.yaml';
const query = 'kind: ConversationDetails\ninterval: last 7 days\n';
const catalog = 'kind: WrapUpCatalog\ncodes:\n  - name: Resolved\n    category: support\n';

let client: LspClient;
afterEach(() => client.dispose());

const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
const inlays = async (uri: string) => {
  await client.settled();
  return client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range });
};
const lenses = () =>
  client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: QUERY } });

const ASKABLE: ClientCapabilities = {
  ...PULLING,
  workspace: { ...PULLING.workspace, configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
};

describe('hints and lenses', () => {
  it('follow the settings of a client that is asked', async () => {
    let settings: Settings = { inlayHints: { interval: false } };
    client = await startLsp(ASKABLE, memoryFiles({}), manualClock(), {
      lenses: ['run'],
      configuration: () => settings,
    });
    await client.open(QUERY, query);
    await client.open(CATALOG, catalog);
    expect(await inlays(QUERY)).toEqual([]);
    expect(await lenses()).toHaveLength(1);
    const before = client.inlayRefreshes;
    settings = { inlayHints: { tags: true }, codeLens: { run: false } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await waitFor(() => client.inlayRefreshes > before);
    expect(await inlays(QUERY)).toHaveLength(1);
    expect(await inlays(CATALOG)).not.toEqual([]);
    expect(await lenses()).toEqual([]);
  });

  it('follow those of a client that tells them, and those that it starts with', async () => {
    client = await startLsp(PULLING, memoryFiles({}), manualClock(), { settings: { inlayHints: { interval: false } } });
    await client.open(QUERY, query);
    expect(await inlays(QUERY)).toEqual([]);
    const settings = { wrapsmith: { inlayHints: { interval: true } } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    expect(await inlays(QUERY)).toHaveLength(1);
  });
});

it.each([undefined, null, 7, 'on', [], { inlayHints: null }, { inlayHints: { tags: 'yes' }, codeLens: 3 }])(
  'settings that are none are as usual: %j',
  (given) => {
    const { inlays: shown, lenses: over } = settingsIn(given);
    expect([...shown]).toEqual(['interval', 'ids', 'names']);
    expect([...over]).toEqual(['run']);
  },
);
