import { resolve } from 'node:path';
import { documentKind, isQuery } from '#core/check/fileKind.ts';
import type { GenesysProject } from '#core/contract/generated/files.ts';
import type { QueryFile } from '#core/query/model.ts';
import { NO_CODES, type ProjectCodes, readQueries } from '#core/workspace/index.ts';
import { type Checked, checkFiles } from './checkFiles.ts';
import { CliError, type CliIo } from './io.ts';
import { twoSpellings } from './paths.ts';
import { refuseErrors } from './refuseErrors.ts';

export interface LoadedQuery {
  readonly query: QueryFile;
  /** As it is shown. */
  readonly path: string;
  readonly project: GenesysProject | undefined;
  readonly codes: ProjectCodes;
}

/**
 * One query of a file. With an error in it, in another query of the file or in its `genesys.yaml`, nothing is sent:
 * the errors are printed to stderr, and a `CliError` with exit code 1 follows.
 * @param number which document, from 1; needed where the file holds several
 */
export async function loadQuery(
  path: string,
  number: number | undefined,
  color: boolean,
  io: CliIo,
): Promise<LoadedQuery> {
  const run = await checkFiles([resolve(io.cwd, path)], io);
  const [file] = run.files;
  const [unreadable] = run.unreadable;
  if (!file || unreadable) throw new CliError(`${unreadable?.path ?? path}: ${unreadable?.reason ?? 'It is empty.'}`);
  const ambiguous = file.project === undefined ? undefined : await twoSpellings(file.project, io.cwd);
  if (ambiguous !== undefined) throw new CliError(ambiguous);
  const around = file.project === undefined ? [] : (await checkFiles([file.project], io)).files;
  const document = documentAt(file, number);
  refuseErrors(
    [...around, file],
    (names) => `Nothing was sent, because of the errors in ${names}. Repair them first.`,
    color,
    io,
  );
  const query = readQueries(file.source).find((one) => one.document === document);
  if (!query) throw noQuery(file.path);
  const facts = file.project === undefined ? undefined : run.projects.get(file.project);
  return {
    query,
    path: file.path,
    project: facts?.project,
    codes: facts?.codes() ?? NO_CODES,
  };
}

/** The place of the document that is meant, from 0. Throws `CliError` where that has to be said. */
function documentAt({ path, source }: Checked, number: number | undefined): number {
  const documents = source.documents.flatMap(({ root }, index) =>
    root === undefined
      ? []
      : [{ index, kind: documentKind(source.name, root), line: source.lines.positionAt(root.span.start).line + 1 }],
  );
  const queries = documents.filter(({ kind }) => isQuery(kind));
  const [first] = queries;
  if (!first) throw noQuery(path);
  if (number === undefined && queries.length === 1) return first.index;
  const found = queries.find(({ index }) => index + 1 === number);
  if (found) return found.index;
  const list = queries.map(({ index, kind, line }) => `--document ${index + 1} (${kind}, line ${line})`).join(', ');
  throw new CliError(
    number === undefined
      ? `${path} holds ${queries.length} queries. Say which one is meant: ${list}.`
      : `${path} has no query number ${number}. It has ${list}.`,
  );
}

const noQuery = (path: string): CliError =>
  new CliError(
    `There is no query in ${path}. It begins with "kind: ConversationDetails" or "kind: ConversationAggregates".`,
  );
