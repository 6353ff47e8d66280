import type * as vscode from 'vscode';
import type { GenesysProject } from '#core/contract/generated/files.ts';
import type { Clock } from '#core/ports.ts';
import type { CatalogCode, QueryFile } from '#core/query/model.ts';
import { readSource } from '#core/text/parse.ts';
import type { SourceFile } from '#core/text/tree.ts';
import { catalogCodes, readCatalogs, readProject, readQueries } from '#core/workspace/index.ts';
import { UserError } from '../errors.ts';
import { assertNoErrors } from '../workspace/errorsInFiles.ts';
import { catalogsOfProject, projectUriFor } from '../workspace/projectUris.ts';
import { shownPath, textOf } from '../workspace/texts.ts';
import type { QueryPlace } from './queryAtHand.ts';

/** A query and what its project says, read at one moment; what is open and unsaved wins over the disk. */
export interface ReadQuery {
  readonly query: QueryFile;
  /** How the file is called in messages. */
  readonly path: string;
  readonly project: GenesysProject | undefined;
  /** Undefined where a catalog of the project could not be read: then nothing is known of categories and tags. */
  readonly catalogs: readonly CatalogCode[] | undefined;
}

/** Throws a `UserError` where the query has errors. Errors of the file's other queries do not matter. */
export async function readQuery({ uri, document }: QueryPlace, clock: Clock): Promise<ReadQuery> {
  const source = readSource(shownPath(uri), await textOf(uri));
  const projectUri = await projectUriFor(uri);
  const project = projectUri && readProject(await sourceOf(projectUri));
  const catalogs = projectUri ? await codesOf(projectUri, project) : [];
  const context = { now: clock.now(), ...(project && { project }), ...(catalogs && { catalogs }) };
  assertNoErrors([{ uri, source: only(source, document) }], () => context, 'run');
  const query = readQueries(source).find((one) => one.document === document);
  if (!query) throw new UserError(`${source.name} holds no query here. A query begins with kind: ConversationDetails.`);
  return { query, path: source.name, project, catalogs };
}

async function codesOf(projectUri: vscode.Uri, project: GenesysProject | undefined): Promise<ReadQuery['catalogs']> {
  const sources = await Promise.all(
    (await catalogsOfProject(projectUri)).map((uri) => sourceOf(uri).catch(() => undefined)),
  );
  const read = sources.map((source) => (source ? readCatalogs(source) : []));
  // A broken catalog gives none, and then it is not known what the project's codes are.
  return read.some((catalogs) => catalogs.length === 0) ? undefined : catalogCodes(read.flat(), project);
}

async function sourceOf(uri: vscode.Uri): Promise<SourceFile> {
  return readSource(shownPath(uri), await textOf(uri));
}

/** The file with one of its documents: what is wrong with the others stops nobody from running this one. */
function only(source: SourceFile, index: number): SourceFile {
  const document = source.documents[index];
  if (!document) return source;
  const { start } = document.span;
  const end = source.documents[index + 1]?.span.start ?? source.text.length;
  const problems = source.problems.filter(({ span }) => start <= span.start && span.start <= end);
  return { ...source, documents: [document], problems };
}
