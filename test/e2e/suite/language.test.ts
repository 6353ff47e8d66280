import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from './until.ts';
import { open, rangeOf, replace, revert } from './workspace.ts';

const CATALOG = 'support.wrapup.yaml';

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

/** Inserts text at the end of the catalog, and asks for completion behind it. */
async function completionsAfter(text: string): Promise<vscode.CompletionItem[]> {
  const { document } = await open(CATALOG);
  const end = document.lineAt(document.lineCount - 1).range.end;
  await replace(document, new vscode.Range(end, end), text);
  const at = document.positionAt(document.getText().length);
  const ask = async () =>
    vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
  return (await until(`a completion after ${JSON.stringify(text)}`, ask, ({ items }) => items.length > 0)).items;
}

describe('help while writing a catalog', () => {
  afterEach(async () => revert((await open(CATALOG)).document));

  it('completes the keys of a code, with what they mean', async () => {
    const items = await completionsAfter('\n  - name: One more\n    ');
    const labels = items.map(labelOf);
    for (const key of ['category', 'description', 'queues'])
      assert.ok(labels.includes(key), `${key} of ${labels.join()}`);
    assert.ok(!labels.includes('name'), 'a key that is there is not offered again');
  });

  it('completes the categories of the matrix', async () => {
    const { document } = await open(CATALOG);
    const [, known] = /^categories:\n(?:\s*#.*\n)*\s+(\w+):/m.exec(document.getText()) ?? [];
    assert.ok(known, 'the sample has categories');
    const labels = (await completionsAfter('\n  - name: One more\n    category: ')).map(labelOf);
    assert.ok(labels.includes(known), `${known} of ${labels.join()}`);
  });

  it('explains a key on hover', async () => {
    const { document } = await open(CATALOG);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      rangeOf(document, 'categories').start,
    );
    const text = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    assert.match(text.join('\n'), /categor/i);
    assert.ok(text.join('\n').length > 40, `"${text.join('\n')}" says nothing`);
  });

  it('lists the codes as symbols, by name', async () => {
    const { document } = await open(CATALOG);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const all = (list: readonly vscode.DocumentSymbol[]): string[] =>
      list.flatMap(({ name, children }) => [name, ...all(children)]);
    const names = [...document.getText().matchAll(/^ {2}- name: (.*?)\s*$/gm)].map(([, name]) => name ?? '');
    assert.ok(names.length > 3, 'the sample has codes');
    const missing = names.filter((name) => !all(symbols).includes(name.replaceAll(/^["']|["']$/g, '')));
    assert.deepEqual(missing, []);
  });

  it('folds the codes', async () => {
    const { document } = await open(CATALOG);
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const { line } = rangeOf(document, '\ncodes:').end;
    assert.ok(
      ranges.some(({ start }) => start === line),
      `a fold starts at line ${line}`,
    );
  });
});
