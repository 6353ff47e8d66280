/** What one server is put through with one catalog, and the times it takes. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompletionItem, CompletionList, Diagnostic, Hover } from 'vscode-languageserver';
import { type Catalog, catalog, type Kind } from './catalogs.ts';
import type { Contender } from './contenders.ts';
import { createEdits, type Edit } from './edits.ts';
import { type LanguageServer, startServer } from './languageServer.ts';

export const MEASURES = [
  'startUp',
  'open',
  'openQuoted',
  'openCommented',
  'openBlocks',
  'keystroke',
  'completion',
  'completionAfterEdit',
  'hover',
  'memory',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Milliseconds, and megabytes for memory. */
export type Samples = Partial<Record<Measure, readonly number[]>>;

/** A series ends when it has `most` samples, or after `milliseconds` when it has `least`. */
export interface Series {
  readonly least: number;
  readonly most: number;
  readonly milliseconds: number;
}

/** A catalog as the only one of a project, in a folder beside another project that is small. */
interface Place {
  readonly folderUri: string;
  readonly uri: string;
  readonly firstUri: string;
  readonly catalog: Catalog;
}

/** Everything but the other ways to write a catalog, with one process. */
export async function measurePlain(
  contender: Contender,
  entries: number,
  series: Series,
  scratch: string,
): Promise<Samples> {
  const place = await placed('plain', entries, scratch);
  return withServer(contender, place, async (server) => {
    const open = await openCatalog(contender, server, place);
    const editor = createEditor(contender, server, place);
    const keystroke = await sampled(series, editor.keystroke);
    const completion = await sampled(series, editor.completion);
    const completionAfterEdit = await sampled(series, editor.completionAfterEdit);
    const hover = await sampled(series, editor.hover);
    const memory = server.peakMemory();
    return {
      startUp: [server.startUp],
      open: [open],
      keystroke,
      completion,
      completionAfterEdit,
      hover,
      ...(memory !== undefined && { memory: [memory] }),
    };
  });
}

/** Opening a catalog that is written in another way, with a process of its own. */
export async function measureOpen(
  contender: Contender,
  kind: Exclude<Kind, 'plain'>,
  entries: number,
  scratch: string,
): Promise<Samples> {
  const place = await placed(kind, entries, scratch);
  return withServer(contender, place, async (server) => ({
    startUp: [server.startUp],
    [OPENS[kind]]: [await openCatalog(contender, server, place)],
  }));
}

const OPENS = { quoted: 'openQuoted', commented: 'openCommented', blocks: 'openBlocks' } as const;

async function placed(kind: Kind, entries: number, scratch: string): Promise<Place> {
  const folder = path.join(scratch, `${kind}-${entries}`);
  const written = catalog(kind, entries);
  return {
    folderUri: pathToFileURL(folder).href,
    uri: await project(path.join(folder, 'large'), written.text),
    firstUri: await project(path.join(folder, 'small'), FIRST),
    catalog: written,
  };
}

const FIRST = 'kind: WrapUpCatalog\ncodes:\n  - name: A\n    state: unknown\n';

async function project(folder: string, text: string): Promise<string> {
  const file = path.join(folder, 'support.wrapup.yaml');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'genesys.yaml'), 'kind: GenesysProject\nnaming: portable\n');
  await writeFile(file, text);
  return pathToFileURL(file).href;
}

async function withServer(
  contender: Contender,
  place: Place,
  use: (server: LanguageServer) => Promise<Samples>,
): Promise<Samples> {
  const server = await startServer(contender, place.folderUri);
  const samples = await use(server);
  await server.stop();
  return samples;
}

/**
 * A small file of another project is opened first, so that what a server reads once, such as a schema, is not in the
 * time of a file, and nobody has read the file before.
 */
async function openCatalog(
  contender: Contender,
  server: LanguageServer,
  { uri, firstUri, catalog }: Place,
): Promise<number> {
  await opened(contender, server, firstUri, FIRST, 3);
  await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: firstUri } });
  return opened(contender, server, uri, catalog.text, catalog.problemLine);
}

async function opened(
  { isFloor }: Contender,
  server: LanguageServer,
  uri: string,
  text: string,
  problemLine: number,
): Promise<number> {
  const answer = server.diagnostics(uri, (found) => isFloor === true || isOn(found, problemLine));
  const sent = performance.now();
  await server.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 1, text },
  });
  return (await answer) - sent;
}

const isOn = (found: readonly Diagnostic[], line: number): boolean =>
  found.some(({ range }) => range.start.line <= line && line <= range.end.line);

interface Editor {
  /** Each does the thing once, at another place each time, and says how long it took. */
  keystroke(): Promise<number>;
  completion(): Promise<number>;
  completionAfterEdit(): Promise<number>;
  hover(): Promise<number>;
}

function createEditor(contender: Contender, server: LanguageServer, { uri, catalog }: Place): Editor {
  const { isFloor = false } = contender;
  const edits = createEdits(catalog);
  let version = 1;

  /** The answer tells the problem that an edit made from the file without it. */
  const checked = ({ line, isMaking }: Edit): Promise<number> =>
    server.diagnostics(uri, (found) => isFloor || (isOn(found, line) === isMaking && isOn(found, catalog.problemLine)));
  const apply = ({ change }: Edit): Promise<void> =>
    server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [change],
    });
  const ask = <T>(method: string, line: number, character: number): Promise<T> =>
    server.connection.sendRequest<T>(`textDocument/${method}`, {
      textDocument: { uri },
      position: { line, character },
    });
  const expect = (is: boolean, what: string): void => {
    if (!is && !isFloor)
      throw new Error(`${contender.name} gave no ${what} in a catalog of ${catalog.entries} entries.`);
  };

  return {
    async keystroke() {
      const edit = edits.next(['description', 'name', 'state']);
      const answer = checked(edit);
      const sent = performance.now();
      await apply(edit);
      return (await answer) - sent;
    },
    async completion() {
      const { line, character } = catalog.field(edits.entry(), 'state');
      const sent = performance.now();
      const list = await ask<Completions>('completion', line, character + 3);
      const took = performance.now() - sent;
      expect(count(list) > 0, 'completion');
      return took;
    },
    async completionAfterEdit() {
      const edit = edits.next(['endOfState']);
      const answer = checked(edit);
      const sent = performance.now();
      const applied = apply(edit);
      const list = await ask<Completions>('completion', edit.line, edit.character);
      const took = performance.now() - sent;
      expect(count(list) > 0, 'completion after an edit');
      await Promise.all([applied, answer]);
      return took;
    },
    async hover() {
      const { line, character } = catalog.field(edits.entry(), 'state');
      const sent = performance.now();
      const hover = await ask<Hover | null>('hover', line, character - 4);
      const took = performance.now() - sent;
      expect(hover !== null, 'hover');
      return took;
    },
  };
}

type Completions = readonly CompletionItem[] | CompletionList | null;

const count = (list: Completions): number => (list === null ? 0 : 'items' in list ? list.items.length : list.length);

async function sampled({ least, most, milliseconds }: Series, take: () => Promise<number>): Promise<readonly number[]> {
  const end = performance.now() + milliseconds;
  const samples: number[] = [];
  // Whole pairs: what one edit made, the next one mends.
  while (samples.length % 2 === 1 || (samples.length < most && (samples.length < least || performance.now() < end))) {
    samples.push(await take());
  }
  return samples;
}
