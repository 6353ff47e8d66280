/** What a project says beside the catalogs of a plan, from its files. */
import type { SourceFile } from '../text/tree.ts';
import { readCatalogs } from '../workspace/index.ts';
import { mentionsIn } from './mentions.ts';
import type { CatalogFile, ProjectAround } from './model.ts';

/** A catalog of the project as it is shown; without `source` it could not be opened. */
export interface OtherCatalog {
  readonly path: string;
  readonly source: SourceFile | undefined;
}

/** `naming` are the project's queries and survey rules; they are needed only where `deletes` says so. */
export function projectAround(others: readonly OtherCatalog[], naming: readonly SourceFile[]): ProjectAround {
  const read = others.map(({ path, source }) => ({ path, catalogs: source === undefined ? [] : readCatalogs(source) }));
  return {
    catalogs: read.flatMap(({ path, catalogs }) => catalogs.map((catalog): CatalogFile => ({ path, catalog }))),
    unreadable: read.filter(({ catalogs }) => catalogs.length === 0).map(({ path }) => path),
    mentions: mentionsIn(naming),
  };
}

/** Whether a plan of these catalogs may delete a code, so that it matters who names it. */
export const deletes = (catalogs: readonly CatalogFile[]): boolean =>
  catalogs.some(({ catalog }) => catalog.codes.some(({ state }) => state === 'deleted'));
