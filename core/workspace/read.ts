/** Typed data of files, for those who deploy them. Only a file without errors gives data. */
import { check } from '../check/check.ts';
import { documentKind } from '../check/fileKind.ts';
import type { CheckContext } from '../check/indexes.ts';
import { validateCatalogHead, validateCode, validateProject } from '../contract/generated/validators.mjs';
import type { GenesysProject, WrapUpCatalog, WrapUpCode } from '../contract/generated/files.ts';
import type { SourceFile } from '../text/tree.ts';
import { toValue } from '../text/walk.ts';

/** The catalogs of a file, one for each document; none where a catalog does not fit its schema or the YAML is broken. */
export function readCatalogs(source: SourceFile): readonly WrapUpCatalog[] {
  if (source.problems.some(({ code }) => code !== 'unknown-tag')) return [];
  const catalogs = source.documents.filter(
    ({ root }) => root !== undefined && documentKind(source.name, root) === 'WrapUpCatalog',
  );
  const read = catalogs.map(({ root }) => catalogOf(withoutRepeats(toValue(root))));
  return read.some((catalog) => catalog === undefined) ? [] : read.filter((catalog) => catalog !== undefined);
}

/** A value twice in a list is a warning and no error, so it must not cost the file its data. */
function withoutRepeats(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map(withoutRepeats))];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutRepeats(child)]));
}

function catalogOf(value: unknown): WrapUpCatalog | undefined {
  if (!validateCatalogHead(value)) return undefined;
  const codes: WrapUpCode[] = [];
  for (const code of value.codes) {
    if (!validateCode(code)) return undefined;
    codes.push(code);
  }
  return { ...value, codes };
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
