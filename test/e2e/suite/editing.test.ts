import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { markersOf } from './markers.ts';
import { until } from './until.ts';
import { open, rangeOf, replace, revert } from './workspace.ts';

const CATALOG = 'support.wrapup.yaml';

async function preferredFix(document: vscode.TextDocument, at: vscode.Range): Promise<vscode.CodeAction> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    at,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
  const fix = actions.find(({ isPreferred }) => isPreferred);
  assert.ok(fix?.edit, `There is no preferred fix among ${actions.map(({ title }) => title).join(', ') || 'none'}.`);
  return fix;
}

describe('editing a catalog', () => {
  it('shows a mistake that is typed, and its quick fix brings the text back', async () => {
    const { document } = await open(CATALOG);
    const original = document.getText();
    const key = rangeOf(document, '- name:');
    const name = new vscode.Range(key.start.translate(0, 2), key.end.translate(0, -1));
    await replace(document, name, 'codeName');

    const [marker] = await until(
      'one problem',
      () => markersOf(document, CATALOG),
      ({ length }) => length > 0,
    );
    const invention = vscode.languages
      .getDiagnostics(document.uri)
      .find(({ range }) => document.getText(range) === 'codeName');
    assert.ok(invention, `"codeName" is underlined, exactly; found ${JSON.stringify(marker)}`);

    const fix = await preferredFix(document, invention.range);
    assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
    await until(
      'no problem',
      () => markersOf(document, CATALOG),
      ({ length }) => length === 0,
    );
    assert.equal(document.getText(), original);
    await revert(document);
  });

  it('repairs all that is obvious at once, as on save', async () => {
    const { document } = await open('broken/from-a-tutorial.wrapup.yaml');
    const count = () => markersOf(document, '').length;
    const before = await until('the problems', count, (found) => found > 5);
    // An editor that has just opened still moves, and VS Code drops a fix when its editor moves meanwhile: first it is offered.
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    await until(
      'fix all to be offered',
      async () =>
        vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          whole,
          vscode.CodeActionKind.SourceFixAll.value,
        ),
      ({ length }) => length > 0,
    );
    await vscode.commands.executeCommand('editor.action.fixAll');
    await until('fewer problems', count, (found) => found > 0 && found < before);
    assert.match(document.getText(), /^ {2}- name: "Escalated To Tier Two" {3}# what agents see$/m);
    await revert(document);
  });

  it('checks text that was never saved', async () => {
    const content = 'kind: WrapUpCatalog\ncodes:\n  - name: ""\n';
    const document = await vscode.workspace.openTextDocument({ language: 'wrapsmith', content });
    await vscode.window.showTextDocument(document);
    await until(
      'a problem',
      () => markersOf(document, ''),
      ({ length }) => length > 0,
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
