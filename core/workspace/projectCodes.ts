/** What the catalogs of a project say about codes, and whether that is all they say. */
import type { GenesysProject } from '../contract/generated/files.ts';
import type { CatalogCode } from '../query/model.ts';
import type { SourceFile } from '../text/tree.ts';
import { catalogCodes } from './catalogCodes.ts';
import { readCatalogs } from './read.ts';

export interface ProjectCodes {
  /** Of the catalogs that could be read: good for saying what a code is, not for saying that there is none. */
  readonly readable: readonly CatalogCode[];
  /** The same, and undefined where a catalog is missing among them: then no code is known not to exist. */
  readonly all: readonly CatalogCode[] | undefined;
  /** The catalogs that are broken, as they are named. */
  readonly broken: readonly string[];
}

/** `sources` are the project's catalogs, `undefined` for a file that could not be read. */
export function projectCodes(
  sources: readonly (SourceFile | undefined)[],
  project: GenesysProject | undefined,
): ProjectCodes {
  const read = sources.map((source) => ({ source, catalogs: source === undefined ? [] : readCatalogs(source) }));
  const missing = read.filter(({ catalogs }) => catalogs.length === 0);
  const readable = catalogCodes(
    read.flatMap(({ catalogs }) => catalogs),
    project,
  );
  return {
    readable,
    all: missing.length === 0 ? readable : undefined,
    broken: missing.flatMap(({ source }) => source?.name ?? []),
  };
}

/** A file without a `genesys.yaml` belongs to no project, and so to no catalogs. */
export const NO_CODES: ProjectCodes = { readable: [], all: [], broken: [] };
