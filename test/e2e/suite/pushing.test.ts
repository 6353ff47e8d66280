import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from './until.ts';
import { extensionApi, open, replace, revert } from './workspace.ts';

const CATALOG = 'sales.wrapup.yaml';

function currentPlan(): ReturnType<ReturnType<typeof extensionApi>['currentPlan']> & object {
  const plan = extensionApi().currentPlan();
  assert.ok(plan, 'There is a plan.');
  return plan;
}

const results = (): number =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label.startsWith('Result · ')).length;

const toDo = (): number => {
  const { create, update, rename, adopt, associate } = currentPlan().summary;
  return create + update + rename + adopt + associate;
};

describe('a push of a plan that was reviewed', () => {
  let reviewed = '';
  before(async () => {
    await open(CATALOG);
    await vscode.commands.executeCommand('wrapsmith.useSandbox');
    await vscode.commands.executeCommand('wrapsmith.plan');
    reviewed = currentPlan().fingerprint;
    assert.ok(toDo() > 3, 'the sample has something to do');
  });
  after(async () => revert((await open(CATALOG)).document));

  it('is refused when the file changed since, and nothing is written', async () => {
    const { document } = await open(CATALOG);
    const end = document.lineAt(document.lineCount - 1).range.end;
    const [known] = /^ {2}- name: .*\n(?: {4}.*\n)+/m.exec(document.getText()) ?? [];
    assert.ok(known, 'the sample has a code');
    const another = known.replace(/name: .*/, 'name: Since The Review').replace(/code: .*/, 'code: SINCE_REVIEW');
    await replace(document, new vscode.Range(end, end), `\n${another}`);
    await vscode.commands.executeCommand('wrapsmith.push', document.uri, { expect: reviewed });
    assert.notEqual(currentPlan().fingerprint, reviewed, 'it was planned again');
    assert.equal(results(), 0);
    await revert(document);
    await vscode.commands.executeCommand('wrapsmith.plan');
    assert.equal(currentPlan().fingerprint, reviewed, 'the org is what it was');
  });

  it('is done when it is still the same, and then nothing is left', async () => {
    const { document } = await open(CATALOG);
    await vscode.commands.executeCommand('wrapsmith.push', document.uri, { expect: reviewed });
    assert.equal(results(), 1);
    await vscode.commands.executeCommand('wrapsmith.plan', document.uri);
    assert.equal(toDo(), 0);
  });
});

describe('a sandbox that was ended from outside', () => {
  it('is seen to be gone, and the next plan starts another', async () => {
    const { stdout } = await promisify(execFile)('pgrep', ['-P', String(process.pid), '-f', 'sandbox.cjs']);
    const [pid, ...others] = stdout.trim().split('\n').map(Number);
    assert.ok(pid && others.length === 0, `one sandbox: ${stdout}`);
    await open(CATALOG);
    process.kill(pid, 'SIGKILL');
    await until(
      'the status bar to say so',
      () => extensionApi().statusText() ?? '',
      (text) => text.includes('not started'),
    );
    await vscode.commands.executeCommand('wrapsmith.plan');
    assert.ok(toDo() > 3, 'a new sandbox has nothing of the files');
    assert.match(extensionApi().statusText() ?? '', / · Sandbox$/);
  });
});

describe('another version of a file, as git or a review shows it', () => {
  const scheme = 'review';
  let provider: vscode.Disposable;
  before(() => {
    provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => 'kind: WrapUpCatalog\ncodes:\n  - codeName: Then\n',
    });
  });
  after(() => provider.dispose());

  it('is not checked, and is not what a plan is made of', async () => {
    await open(CATALOG);
    await vscode.commands.executeCommand('wrapsmith.plan');
    const { fingerprint } = currentPlan();
    const uri = vscode.Uri.from({ scheme, path: '/support.wrapup.yaml' });
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.languageId, 'wrapsmith');
    await vscode.window.showTextDocument(document);
    const place = new vscode.Position(2, 6);
    assert.deepEqual(await vscode.commands.executeCommand('vscode.executeHoverProvider', uri, place), []);
    await vscode.commands.executeCommand('wrapsmith.plan', uri);
    assert.equal(currentPlan().fingerprint, fingerprint);
    assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
  });
});
