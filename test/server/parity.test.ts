/** Editor and CI never disagree, and edits lead to what a fresh look at the same text gives. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { isOurFile } from '#core/check/index.ts';
import { linesOf } from '#core/text/position.ts';
import { findFiles } from '#host/files.ts';
import { nodeFiles } from '#server/nodeFiles.ts';
import { cli } from '../support/cli.ts';
import { fakeClock, manualClock } from '../support/fakeClock.ts';
import { type LspClient, PULLING, startLsp } from '../support/lspClient.ts';

async function pull(client: LspClient, uri: string): Promise<readonly Diagnostic[]> {
  const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.kind === 'full' ? report.items : [];
}

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

it('the command line reports exactly what the editor shows, for every example', async () => {
  const files = await findFiles('examples', isOurFile);
  expect(files.length).toBeGreaterThan(4);
  const client = await startLsp(PULLING, nodeFiles, manualClock());
  onTestFinished(() => client.dispose());
  const shown: unknown[] = [];
  for (const path of files) await client.open(pathToFileURL(path).href, readFileSync(path, 'utf8'));
  await client.settled();
  for (const path of files) {
    const uri = pathToFileURL(path).href;
    const file = relative('.', path).replaceAll('\\', '/');
    for (const { code, severity, message, range } of await pull(client, uri)) {
      shown.push({ file, code, severity: SEVERITIES[severity ?? 0], message, range });
    }
  }
  const { stdout } = await cli(['validate', 'examples', '--format', 'json'], { clock: fakeClock() });
  expect(JSON.parse(stdout)).toEqual(shown);
});

const PIECES = [
  '',
  '\n',
  '  - name: Lead\n',
  'codes:',
  ': ',
  '"',
  '[',
  '\r\n',
  '\t',
  '# x',
  '&a ',
  '*a',
  '---\n',
  '東',
  '😀',
];

it('a chain of small edits leads to the same problems as opening the result', async () => {
  const text = 'kind: WrapUpCatalog\nqueues:\n  Billing:\ncodes:\n  - name: Resolved\n    queues: [Billing]\n';
  const edited = await startLsp(PULLING);
  const fresh = await startLsp(PULLING);
  onTestFinished(() => {
    edited.dispose();
    fresh.dispose();
  });
  const place = fc.record({ line: fc.nat(8), character: fc.nat(24) });
  const edit = fc.record({ at: place, length: fc.nat(4), insert: fc.constantFrom(...PIECES) });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
      const uri = `file:///p/${run++}.wrapup.yaml`;
      await edited.open(uri, text);
      let expected = text;
      for (const { at, length, insert } of edits) {
        const lines = linesOf(expected);
        const line = Math.min(at.line, lines.count - 1);
        const start = lines.offsetAt({ line, character: 0 });
        // An editor's places end before the line's end.
        const width = /^[^\r\n]*/.exec(expected.slice(start))?.[0].length ?? 0;
        const character = Math.min(at.character, width);
        const end = Math.min(character + length, width);
        expected = expected.slice(0, start + character) + insert + expected.slice(start + end);
        const range = { start: { line, character }, end: { line, character: end } };
        await edited.change(uri, { range, text: insert });
      }
      await fresh.open(uri, expected);
      expect(await pull(edited, uri)).toEqual(await pull(fresh, uri));
      await edited.close(uri);
      await fresh.close(uri);
    }),
    { numRuns: 150 },
  );
});
