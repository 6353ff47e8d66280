import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from './until.ts';
import { isActive, open, workspaceFolder } from './workspace.ts';

/** The window has opened the samples' folder by now, and none of its files. Must be the first test of its window. */
describe('activation', () => {
  before(async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(workspaceFolder(), 'other.yaml'), bytes('a: 1\n'));
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(workspaceFolder(), 'notes.md'), bytes('# Notes\n'));
  });

  it('does not happen because a folder is open', () => {
    assert.equal(isActive(), false);
  });

  it('does not happen for files of other kinds', async () => {
    for (const name of ['other.yaml', 'notes.md']) {
      const { document } = await open(name);
      // Asking for symbols waits for every extension that the file's language activates.
      await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
      assert.equal(isActive(), false, `${name} activated it`);
    }
  });

  it('happens for a catalog, which has our language', async () => {
    const { document } = await open('support.wrapup.yaml');
    assert.equal(document.languageId, 'wrapsmith');
    await until('the extension to be active', isActive, Boolean);
  });

  it('gives the project file our language too, and leaves other YAML alone', async () => {
    assert.equal((await open('genesys.yaml')).document.languageId, 'wrapsmith');
    assert.equal((await open('other.yaml')).document.languageId, 'yaml');
  });

  it('registers every command that it names', async () => {
    const manifest: {
      contributes: { commands: { command: string }[] };
    } = vscode.extensions.getExtension('wrapsmith.wrapsmith')?.packageJSON;
    const known = new Set(await vscode.commands.getCommands(true));
    const missing = manifest.contributes.commands
      .map(({ command }) => command)
      .filter((command) => !known.has(command));
    assert.deepEqual(missing, []);
  });
});
