import type * as vscode from 'vscode';
import type { GenesysProject } from '#core/contract/generated/files.ts';
import type { Clock } from '#core/ports.ts';
import type { QueryFile } from '#core/query/model.ts';
import { readSource } from '#core/text/parse.ts';
import type { SourceFile } from '#core/text/tree.ts';
import { NO_CODES, projectCodes, type ProjectCodes, readProject, readQueries } from '#core/workspace/index.ts';
import { UserError } from '../errors.ts';
import { assertNoErrors } from '../workspace/errorsInFiles.ts';
import { catalogsOfProject, projectUriFor } from '../workspace/projectUris.ts';
import { shownPath, textOf } from '../workspace/texts.ts';
import type { QueryPlace } from './queryAtHand.ts';

/** A query and what its project says, read at one moment; what is open and unsaved wins over the disk. */
export interface ReadQuery {
  readonly query: QueryFile;
  /** As it stands in the file, comments and all. */
  readonly text: string;
  /** How the file is called in messages. */
  readonly path: string;
  readonly project: GenesysProject | undefined;
  readonly codes: ProjectCodes;
}

/** Throws a `UserError` where the query has errors. Errors of the file's other queries do not matter. */
export async function readQuery({ uri, document }: QueryPlace, clock: Clock): Promise<ReadQuery> {
  const source = readSource(shownPath(uri), await textOf(uri));
  const projectUri = await projectUriFor(uri);
  const project = projectUri && readProject(await sourceOf(projectUri));
  const codes = projectUri ? await codesOf(projectUri, project) : NO_CODES;
  const context = { now: clock.now(), ...(project && { project }), ...(codes.all && { catalogs: codes.all }) };
  assertNoErrors([{ uri, source: only(source, document) }], () => context, 'run');
  const query = readQueries(source).find((one) => one.document === document);
  if (!query) throw new UserError(`${source.name} holds no query here. A query begins with kind: ConversationDetails.`);
  return { query, text: textOfDocument(source, document), path: source.name, project, codes };
}

async function codesOf(projectUri: vscode.Uri, project: GenesysProject | undefined): Promise<ProjectCodes> {
  const uris = await catalogsOfProject(projectUri);
  return projectCodes(await Promise.all(uris.map((uri) => sourceOf(uri).catch(() => undefined))), project);
}

async function sourceOf(uri: vscode.Uri): Promise<SourceFile> {
  return readSource(shownPath(uri), await textOf(uri));
}

function textOfDocument({ text, documents }: SourceFile, index: number): string {
  const start = documents[index]?.span.start ?? 0;
  return text.slice(start, documents[index + 1]?.span.start ?? text.length).trim();
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
