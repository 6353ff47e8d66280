/** The codes of all catalogs of a project, or nothing at all. */
import type { GenesysProject } from '../contract/generated/files.ts';
import type { CatalogCode } from '../query/model.ts';
import type { SourceFile } from '../text/tree.ts';
import { catalogCodes } from './catalogCodes.ts';
import { readCatalogs } from './read.ts';

/**
 * `sources` are the project's catalogs, `undefined` for a file that could not be read. Where one of them is unreadable
 * or broken nobody knows what the project's codes are: then the answer is undefined, and no code is known to be missing.
 */
export function projectCodes(
  sources: readonly (SourceFile | undefined)[],
  project: GenesysProject | undefined,
): readonly CatalogCode[] | undefined {
  const read = sources.map((source) => (source === undefined ? [] : readCatalogs(source)));
  return read.every((catalogs) => catalogs.length > 0) ? catalogCodes(read.flat(), project) : undefined;
}
