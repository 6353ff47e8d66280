import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from './until.ts';
import { extensionApi, open, rangeOf, replace, revert } from './workspace.ts';

const DETAILS = 'wrapups.query.yaml';
const AGGREGATES = 'volumes.query.yaml';

function result(): NonNullable<ReturnType<ReturnType<typeof extensionApi>['result']>> {
  const found = extensionApi().result();
  assert.ok(found, 'There is a result.');
  return found;
}

/** Values of one column, in the order of the view. */
function valuesOf(column: string): readonly unknown[] {
  const index = result().columns.indexOf(column);
  assert.ok(index >= 0, `There is a column ${column}: ${result().columns.join(', ')}`);
  return [...result().rows()].map((row) => row[index]);
}

const closeResults = async (): Promise<void> => {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
};

describe('a query in the editor', () => {
  before(async () => {
    await open(DETAILS);
    await vscode.commands.executeCommand('wrapsmith.useSandbox');
  });
  after(closeResults);

  it('has Run above each of its queries', async () => {
    const { document } = await open(DETAILS);
    const lenses = await until(
      'the lenses',
      async () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10),
      (found) => found.length >= 2,
    );
    assert.deepEqual(
      lenses.map(({ command }) => [command?.command, command?.arguments?.[1]]),
      [
        ['wrapsmith.runQuery', 0],
        ['wrapsmith.runQuery', 1],
      ],
    );
  });

  it('shows the interval as it will be sent beside the line', async () => {
    const { document } = await open(DETAILS);
    const hints = await until(
      'the inlay',
      async () =>
        vscode.commands.executeCommand<vscode.InlayHint[]>(
          'vscode.executeInlayHintProvider',
          document.uri,
          new vscode.Range(0, 0, document.lineCount, 0),
        ),
      (found) => found.length >= 2,
    );
    const texts = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
    assert.ok(
      texts.some((text) => /\d{4}-\d\d-\d\dT00:00:00/.test(text)),
      texts.join('\n'),
    );
  });

  it('runs, with names for ids and a reason for every empty wrap-up', async () => {
    const { document } = await open(DETAILS);
    await vscode.commands.executeCommand('wrapsmith.runQuery', document.uri, 0);
    assert.equal(result().status.state, 'complete', JSON.stringify(result().status));
    const queues = new Set(valuesOf('queue'));
    assert.deepEqual(
      [...queues].filter((queue) => !['Support Voice', 'Support Chat', 'Billing'].includes(String(queue))),
      [],
    );
    const names = valuesOf('wrapUpName');
    const reasons = valuesOf('emptyReason');
    assert.ok(names.length > 100, `${names.length} rows`);
    for (const [index, name] of names.entries()) {
      assert.ok(name !== undefined || reasons[index] !== undefined, `row ${index} has neither a code nor a reason`);
    }
  });

  it('runs an aggregation that agrees with itself: a handle time only where something was connected', async () => {
    const { document } = await open(AGGREGATES);
    await vscode.commands.executeCommand('wrapsmith.runQuery', document.uri, 0);
    assert.equal(result().status.state, 'complete', JSON.stringify(result().status));
    assert.ok(valuesOf('queue').includes('Billing'));
  });

  it('refuses a query with an error, and says which', async () => {
    const { document } = await open(AGGREGATES);
    await closeResults();
    await open(AGGREGATES);
    await replace(document, rangeOf(document, 'nOffered'), 'conversationCount');
    await vscode.commands.executeCommand('wrapsmith.runQuery', document.uri, 0);
    assert.equal(extensionApi().result(), undefined);
    await revert(document);
  });

  it('shows and copies the request, with ids for names and without a token', async () => {
    const { document } = await open(DETAILS);
    await vscode.commands.executeCommand('wrapsmith.runQuery', document.uri, 0);
    await vscode.commands.executeCommand('wrapsmith.copyQuery', document.uri, 0, 'body');
    const body = JSON.parse(await vscode.env.clipboard.readText()) as { readonly segmentFilters: readonly unknown[] };
    assert.match(JSON.stringify(body.segmentFilters), /"queueId".*"value":"[0-9a-f]{8}-/);
    await vscode.commands.executeCommand('wrapsmith.copyQuery', document.uri, 0, 'cURL');
    const curl = await vscode.env.clipboard.readText();
    assert.match(curl, /^curl .*analytics\/conversations\/details\/query/);
    assert.match(curl, /Bearer \$GENESYSCLOUD_ACCESS_TOKEN/);
    await vscode.commands.executeCommand('wrapsmith.showQuery', document.uri, 0);
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'json');
  });

  it('comes from the clipboard in the style of a tutorial, and is a file without problems', async () => {
    await vscode.env.clipboard.writeText(
      '{"dateFrom": "2026-11-01T00:00:00Z", "dateTo": "2026-11-08T00:00:00Z", "groupBy": ["queue", "mediaType"],\n' +
        ' "select": ["conversationCount", "talkTime"], "timeGrain": "none"}',
    );
    await vscode.commands.executeCommand('wrapsmith.pasteQuery');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled);
    assert.match(document.getText(), /^kind: ConversationAggregates$/m);
    assert.match(document.getText(), /tTalk/);
    assert.deepEqual(
      vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
      [],
    );
  });

  it('runs the sample that was never saved, against the sandbox', async () => {
    await closeResults();
    await vscode.commands.executeCommand('wrapsmith.openSample', 'query');
    await vscode.commands.executeCommand('wrapsmith.runQuery');
    assert.equal(result().status.state, 'complete', JSON.stringify(result().status));
    assert.ok(valuesOf('agent').length > 50);
  });

  it('says in its tab and in a message why it cannot run where nobody is signed in', async () => {
    const { document } = await open(DETAILS);
    const shown: string[] = [];
    const showError = vscode.window.showErrorMessage;
    Object.assign(vscode.window, {
      showErrorMessage: async (text: string) => void shown.push(text),
      showQuickPick: async (items: readonly vscode.QuickPickItem[]) => items.find(({ label }) => label.includes('dev')),
    });
    try {
      await vscode.commands.executeCommand('wrapsmith.switchEnvironment');
      await vscode.commands.executeCommand('wrapsmith.runQuery', document.uri, 0);
    } finally {
      Object.assign(vscode.window, { showErrorMessage: showError });
    }
    assert.equal(result().status.state, 'failed');
    assert.match(result().status.notes.join(' '), /Nobody is signed in/);
    assert.deepEqual(shown, result().status.notes);
  });
});
