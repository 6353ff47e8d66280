import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { markersOf } from './markers.ts';
import { until } from './until.ts';
import { EXTENSION, extensionApi, isActive, open, rangeOf, replace } from './workspace.ts';

/** Runs with the extension installed from its package, not from the repository. */
describe('the packed extension', () => {
  it('is the installed one', () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension, `${EXTENSION} is not installed`);
    assert.ok(
      extension.extensionPath.startsWith(process.env['WRAPSMITH_E2E_INSTALLED'] ?? '?'),
      extension.extensionPath,
    );
    assert.equal(extension.isActive, false);
  });

  it('starts no language server for a command', async () => {
    await vscode.commands.executeCommand('wrapsmith.showLog');
    assert.equal(isActive(), true);
    assert.equal(extensionApi().languageServer(), undefined);
  });

  it('checks a catalog that is opened', async () => {
    const { document } = await open('support.wrapup.yaml');
    await replace(document, rangeOf(document, 'categories:'), 'categoriez:');
    await until(
      'a problem',
      () => markersOf(document, ''),
      ({ length }) => length > 0,
    );
  });
});
