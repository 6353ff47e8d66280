import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { inOrder, type Marker, markersOf } from './markers.ts';
import { until } from './until.ts';
import { open, replace, revert } from './workspace.ts';

/** The command line's report of the same files, made before the window opened. */
const expected: {
  readonly files: readonly string[];
  readonly markers: readonly Marker[];
} = JSON.parse(readFileSync(process.env['WRAPSMITH_E2E_MARKERS'] ?? '', 'utf8'));

const equal = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

describe('problems in the editor are those of the command line', () => {
  for (const file of expected.files) {
    const wanted = inOrder(expected.markers.filter((marker) => marker.file === file));

    it(`${file}: ${wanted.length}`, async () => {
      const { document } = await open(file);
      const ask = () => markersOf(document, file);
      if (wanted.length === 0) await proveChecked(document, file);
      // The wait ends early when they are equal; when they never are, the comparison shows what differs.
      await until('the same problems', ask, (found) => equal(found, wanted)).catch(() => {});
      assert.deepEqual(ask(), wanted);
    });
  }
});

/** A file without problems looks like one that nobody checked: a mistake must show first, and go again. */
async function proveChecked(document: vscode.TextDocument, file: string): Promise<void> {
  await replace(document, new vscode.Range(0, 0, 0, 0), 'no_such_key: 1\n');
  const found = await until(
    'the mistake to show',
    () => markersOf(document, file),
    ({ length }) => length > 0,
  );
  assert.deepEqual(
    found.map(({ range }) => range.start.line),
    found.map(() => 0),
    'only the mistake shows',
  );
  await revert(document);
}
