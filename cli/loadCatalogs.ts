import type { GenesysProject } from '#core/contract/generated/files.ts';
import { fileKindOf } from '#core/check/index.ts';
import type { CatalogFile, ProjectAround } from '#core/deploy/model.ts';
import type { CatalogCode } from '#core/query/model.ts';
import type { SourceFile } from '#core/text/tree.ts';
import { readCatalogs } from '#core/workspace/index.ts';
import { aroundCatalogs } from './aroundCatalogs.ts';
import { checkFiles } from './checkFiles.ts';
import { CliError, type CliIo } from './io.ts';
import { filesOf, shownPath, twoSpellings } from './paths.ts';
import { refuseErrors } from './refuseErrors.ts';

export interface LoadedCatalogs {
  readonly catalogs: readonly CatalogFile[];
  readonly project: GenesysProject | undefined;
  /** By the path that is shown. */
  readonly sources: ReadonlyMap<string, SourceFile>;
  /** Absent without a `genesys.yaml`: then the catalogs named are all there is. */
  readonly around?: ProjectAround;
  /** Of all catalogs of the project that can be read; none without a `genesys.yaml`. */
  readonly codes: readonly CatalogCode[];
}

/**
 * The catalogs of a plan: the files named, and all of the folders named. Nothing is planned with a catalog or a
 * `genesys.yaml` that has errors: they are printed to stderr, and a `CliError` with exit code 1 follows.
 */
export async function loadCatalogs(paths: readonly string[], color: boolean, io: CliIo): Promise<LoadedCatalogs> {
  const files = await filesOf(paths, io.cwd, (path) => fileKindOf(path) === 'WrapUpCatalog');
  if (files.length === 0) {
    throw new CliError('No catalogs: nothing here is named *.wrapup.yaml. Name a file or a folder that has some.');
  }
  const run = await checkFiles(files, io);
  const [unreadable] = run.unreadable;
  if (unreadable) throw new CliError(`${unreadable.path}: ${unreadable.reason}`);

  const projects = [...new Set(run.files.map((file) => file.project))];
  if (projects.length > 1) {
    const names = projects
      .map((project) => (project === undefined ? 'no genesys.yaml' : shownPath(project, io.cwd)))
      .join(', ');
    throw new CliError(`These catalogs belong to different projects (${names}). Name the catalogs of one project.`);
  }
  const [projectPath] = projects;
  const ambiguous = projectPath === undefined ? undefined : await twoSpellings(projectPath, io.cwd);
  if (ambiguous !== undefined) throw new CliError(ambiguous);
  const projectFile = projectPath === undefined ? [] : (await checkFiles([projectPath], io)).files;
  refuseErrors(
    [...projectFile, ...run.files],
    (names) => `Nothing was planned, because of the errors in ${names}. Repair them, or name the catalogs to use.`,
    color,
    io,
  );
  const catalogs = run.files.flatMap(({ path, source }) => readCatalogs(source).map((catalog) => ({ path, catalog })));
  const empty = run.files.filter(({ path }) => !catalogs.some((catalog) => catalog.path === path));
  if (empty.length > 0) {
    throw new CliError(
      `There is no catalog in ${empty.map(({ path }) => path).join(', ')}. It begins with "kind: WrapUpCatalog".`,
    );
  }
  const facts = projectPath === undefined ? undefined : run.projects.get(projectPath);
  const sources = new Map(run.files.map(({ path, source }) => [path, source]));
  if (projectPath === undefined || facts === undefined) return { catalogs, sources, project: undefined, codes: [] };
  const around = await aroundCatalogs(projectPath, facts, files, catalogs, io.cwd);
  return { catalogs, sources, project: facts.project, around, codes: facts.codes().readable };
}
