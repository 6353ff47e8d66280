/** The server as it ships, as a process of its own for each test, and an editor that asks it for everything. */
import type { Diagnostic } from 'vscode-languageserver';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { ourServer } from '../bench/contenders.ts';
import { type LanguageServer, startServer } from '../bench/languageServer.ts';
import { type Bundles, buildBundles } from '../support/bundle.ts';
import { ENDS } from './ends.ts';

export const FOLDER = 'file:///nowhere';
/** Megabytes: a text of a million keys and signs, which is the most that is read, takes a third of it for its tree. */
const MOST_MEMORY = 1_500;

let bundles: Bundles;
let server: LanguageServer;
beforeAll(() => {
  bundles = buildBundles();
}, ENDS);
// One for each text: what a text takes in memory is its own.
beforeEach(async () => {
  server = await startServer(ourServer(bundles.cli), FOLDER);
});
afterEach(() => server.stop());
afterAll(() => bundles.remove());

export const notify = (method: string, params: object): Promise<void> =>
  server.connection.sendNotification(`textDocument/${method}`, params);

/** Resolves when the diagnostics of this version are there. */
async function checked(uri: string, version: number, send: () => Promise<void>): Promise<void> {
  const answer = server.diagnostics(uri, (_, of) => of === version);
  await send();
  await answer;
}

export const open = (uri: string, text: string, version = 1): Promise<void> =>
  checked(uri, version, () => notify('didOpen', { textDocument: { uri, languageId: 'yaml', version, text } }));

export const change = (
  uri: string,
  version: number,
  line: number,
  from: number,
  to: number,
  text: string,
): Promise<void> =>
  checked(uri, version, () =>
    notify('didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: { line, character: from }, end: { line, character: to } }, text }],
    }),
  );

export const close = (uri: string): Promise<void> => notify('didClose', { textDocument: { uri } });

/** What an editor asks of a file that is looked at. Any answer will do. */
export function look(uri: string, line: number, character = 1): Promise<readonly unknown[]> {
  const textDocument = { uri };
  const position = { line, character };
  const range = { start: position, end: position };
  const ask = (method: string, params: object): Promise<unknown> =>
    server.connection.sendRequest(`textDocument/${method}`, { textDocument, ...params });
  return Promise.all([
    ask('completion', { position }),
    ask('hover', { position }),
    ask('documentSymbol', {}),
    ask('foldingRange', {}),
    ask('inlayHint', { range: { start: { line: 0, character: 0 }, end: position } }),
    ask('codeAction', { range, context: { diagnostics: [] } }),
  ]);
}

export async function lookAndEdit(uri: string, text: string): Promise<void> {
  const line = Math.floor(text.split('\n').length / 2);
  await open(uri, text);
  await look(uri, line);
  await change(uri, 2, line, 0, 0, 'x');
  await look(uri, line);
  await change(uri, 3, line, 0, 1, '');
  await close(uri);
}

/** The same with one edit, for what takes its time. */
async function lookAndType(uri: string, text: string): Promise<void> {
  await open(uri, text);
  await look(uri, 2);
  await change(uri, 2, 1, 0, 0, 'x');
  await close(uri);
}

/** Like `expectToGoOn`, for texts that are large. */
export async function expectToBearWith(text: string): Promise<void> {
  await lookAndType(`${FOLDER}/a.wrapup.yaml`, text);
  await lookAndType(`${FOLDER}/b.wrapup.yaml`, 'kind: WrapUpCatalog\ncodes: []\n');
  expectToBeSmall();
}

/** Opens, edits and closes a text, and then an ordinary one, with a server that stays small. */
export async function expectToGoOn(text: string): Promise<void> {
  await lookAndEdit(`${FOLDER}/a.wrapup.yaml`, text);
  await lookAndEdit(`${FOLDER}/b.wrapup.yaml`, 'kind: WrapUpCatalog\ncodes: []\n');
  expectToBeSmall();
}

/** The lines of the next diagnostics that are of a version. */
export async function nextLines(uri: string): Promise<readonly number[]> {
  return (await nextDiagnostics(uri)).map(({ range }) => range.start.line);
}

/** The next ones that are of a version: closing takes them back, and that has none. */
export function nextDiagnostics(uri: string): Promise<readonly Diagnostic[]> {
  return new Promise((resolve, reject) => {
    const isOfVersion = (found: readonly Diagnostic[], version?: number): boolean => {
      if (version === undefined) return false;
      resolve(found);
      return true;
    };
    server.diagnostics(uri, isOfVersion).catch(reject);
  });
}

export function expectToBeSmall(): void {
  expect(server.peakMemory() ?? 0).toBeLessThan(MOST_MEMORY);
}
