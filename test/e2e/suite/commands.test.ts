import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from './until.ts';
import { extensionApi, open } from './workspace.ts';

const CATALOG = 'support.wrapup.yaml';

/** The names of a catalog's codes, as a person reads them in the file. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/^ {2}- name: (.*?)\s*(?: #.*)?$/gm)].map(([, name = '']) =>
    name.replaceAll(/^["']|["']$/g, ''),
  );
}

/** The comparison that is in front, once there is one whose title says that it is a plan. */
async function planInFront(): Promise<vscode.TabInputTextDiff> {
  const ask = () => vscode.window.tabGroups.activeTabGroup.activeTab;
  const tab = await until(
    'a plan in front',
    () => ask()?.label ?? '',
    (label) => label.startsWith('Plan · '),
  );
  const input = ask()?.input;
  assert.ok(input instanceof vscode.TabInputTextDiff, `${tab} compares two texts`);
  return input;
}

describe('commands, against the sandbox', () => {
  it('plan a catalog as a comparison of the org and the file, and write nothing', async () => {
    const { document } = await open(CATALOG);
    await vscode.commands.executeCommand('wrapsmith.useSandbox');
    await vscode.commands.executeCommand('wrapsmith.plan');
    const { original, modified } = await planInFront();
    const before = (await vscode.workspace.openTextDocument(original)).getText();
    const after = (await vscode.workspace.openTextDocument(modified)).getText();

    const wanted = namesIn(document.getText());
    assert.ok(wanted.length > 3, 'the sample has codes');
    assert.deepEqual(
      wanted.filter((name) => !after.includes(`- name: ${name}`)),
      [],
      'each code of the file is on the right',
    );
    assert.ok(
      wanted.some((name) => !before.includes(`- name: ${name}`)),
      'the org does not have all of them yet',
    );
    assert.ok(original.scheme === modified.scheme && original.scheme !== 'file', 'neither is a file');
  });

  it('leave org and environment in the status bar', async () => {
    const text = await until(
      'an org in the status bar',
      () => extensionApi().statusText() ?? '',
      (found) => found.includes(' · '),
    );
    assert.match(text, /\S+ · Sandbox$/i);
    assert.equal(extensionApi().currentPlan()?.org.name, text.replace(/^\$\(\w+\) /, '').split(' · ')[0]);
  });

  it('show the same plan as a list', async () => {
    await vscode.commands.executeCommand('wrapsmith.showPlanList', 'text');
    const ask = () => vscode.window.activeTextEditor?.document.getText() ?? '';
    const text = await until('the list', ask, (found) => /create/i.test(found));
    assert.ok(text.split('\n').length > 5, text);
  });
});
