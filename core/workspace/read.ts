/** Typed data of files, for those who deploy them. Only a file without errors gives data. */
import { check } from '../check/check.ts';
import { catalogsIn } from '../check/indexes/catalogsIn.ts';
import { valueOf, withoutRepeats } from '../check/indexes/catalogValue.ts';
import { documentKind } from '../check/fileKind.ts';
import type { CheckContext } from '../check/indexes/indexes.ts';
import { validateProject } from '../contract/generated/validators.mjs';
import type { GenesysProject, WrapUpCatalog } from '../contract/generated/files.ts';
import type { SourceFile } from '../text/tree.ts';
import { toValue } from '../text/walk.ts';

/** The catalogs of a file, one for each document; none where a catalog does not fit its schema or the YAML is broken. */
export function readCatalogs(source: SourceFile): readonly WrapUpCatalog[] {
  if (source.problems.some(({ code }) => code !== 'unknown-tag')) return [];
  const read = catalogsIn(source).map(valueOf);
  return read.some((catalog) => catalog === undefined) ? [] : read.filter((catalog) => catalog !== undefined);
}

/** The project file's data; undefined for another file, and for one that is broken or does not fit its schema. */
export function readProject(source: SourceFile): GenesysProject | undefined {
  if (source.problems.some(({ code }) => code !== 'unknown-tag')) return undefined;
  const document = source.documents.find(
    ({ root }) => root !== undefined && documentKind(source.name, root) === 'GenesysProject',
  );
  const value = withoutRepeats(toValue(document?.root));
  return document !== undefined && validateProject(value) ? value : undefined;
}

/** True where `check` finds no error. A push asks this first. */
export function isClean(source: SourceFile, context: CheckContext): boolean {
  return check(source, context).every(({ severity }) => severity !== 'error');
}
