import { resolve } from 'node:path';
import { fileKindOf } from '#core/check/index.ts';
import type { GenesysProject } from '#core/contract/generated/files.ts';
import type { CatalogFile } from '#core/deploy/model.ts';
import type { SourceFile } from '#core/text/tree.ts';
import { readCatalogs, readProject } from '#core/workspace/index.ts';
import { readSource } from '#core/text/parse.ts';
import { readTextFile } from '#host/files.ts';
import { projectFor } from '#host/project.ts';
import { stat } from 'node:fs/promises';
import { checkFiles } from './checkFiles.ts';
import { CliError, type CliIo } from './io.ts';
import { shownPath } from './paths.ts';
import { refuseErrors } from './refuseErrors.ts';

/** Where a pull goes. */
export interface PullPlace {
  /** Absolute; absent where the catalog is printed. */
  readonly path: string | undefined;
  readonly shown: string;
  readonly project: GenesysProject | undefined;
  /** The catalog that is there already. */
  readonly before:
    | { readonly source: SourceFile; readonly file: CatalogFile; readonly others: readonly CatalogFile[] }
    | undefined;
}

/** Throws `CliError`: for a name that is none of a catalog's, for a file with errors, which are printed first. */
export async function pullPlace(file: string | undefined, color: boolean, io: CliIo): Promise<PullPlace> {
  const path = file === undefined ? undefined : resolve(io.cwd, file);
  const shown = path === undefined ? '' : shownPath(path, io.cwd);
  if (path !== undefined && fileKindOf(path) !== 'WrapUpCatalog')
    throw new CliError(`${shown} is no name of a catalog. End it with .wrapup.yaml.`);
  if (path === undefined || !(await isThere(path)))
    return { path, shown, project: await projectAt(path ?? resolve(io.cwd, 'x.wrapup.yaml')), before: undefined };
  const run = await checkFiles([path], io);
  const [checked] = run.files;
  const [unreadable] = run.unreadable;
  if (checked === undefined || unreadable)
    throw new CliError(`${shown}: ${unreadable?.reason ?? 'It cannot be read.'}`);
  refuseErrors(
    [checked],
    (names) => `Nothing was pulled, because of the errors in ${names}. Repair them first.`,
    color,
    io,
  );
  const [catalog, second] = readCatalogs(checked.source);
  if (catalog === undefined || second !== undefined)
    throw new CliError(`${shown} has to hold one catalog, which begins with "kind: WrapUpCatalog".`);
  const facts = checked.project === undefined ? undefined : run.projects.get(checked.project);
  const others = [...(facts?.catalogs ?? [])].flatMap(([at, source]) =>
    at === path || source === undefined
      ? []
      : readCatalogs(source).map((one) => ({ path: shownPath(at, io.cwd), catalog: one })),
  );
  return {
    path,
    shown,
    project: facts?.project,
    before: { source: checked.source, file: { path: shown, catalog }, others },
  };
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function projectAt(path: string): Promise<GenesysProject | undefined> {
  const project = await projectFor(path);
  const read = project === undefined ? undefined : await readTextFile(project);
  return project !== undefined && read?.kind === 'text' ? readProject(readSource(project, read.text)) : undefined;
}
