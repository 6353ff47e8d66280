/** Which of our files a file is: its `kind:` says it, and before there is one its name does. */
import { isFileKind, isQueryKind, type FileKind } from '../contract/schema.ts';
import type { Node, SourceFile } from '../text/tree.ts';
import { childOf, isText } from '../text/walk.ts';

/** `query` is a query that does not say which kind it is. */
export type NamedKind = FileKind | 'query';

/** What a file's name promises; undefined for files that are not ours. `name` is a path or a URI. */
export function fileKindOf(name: string): NamedKind | undefined {
  const base = (name.split(/[/\\]/).at(-1) ?? '').toLowerCase();
  if (/^genesys\.ya?ml$/.test(base)) return 'GenesysProject';
  if (/\.wrapup\.ya?ml$/.test(base)) return 'WrapUpCatalog';
  if (/\.query\.(?:ya?ml|json)$/.test(base)) return 'query';
  return /\.survey\.ya?ml$/.test(base) ? 'SurveyRules' : undefined;
}

/** True for the files that the product reads. */
export function isOurFile(name: string): boolean {
  return fileKindOf(name) !== undefined;
}

/** What one document of a file is; undefined where its `kind` is none of ours and its name does not help. */
export function documentKind(name: string, root: Node | undefined): NamedKind | undefined {
  const kind = childOf(root, 'kind');
  return isText(kind) && isFileKind(kind.value) ? kind.value : fileKindOf(name);
}

/** True for a query, also for one that does not say yet which kind it is. */
export function isQuery(kind: NamedKind | undefined): boolean {
  return kind === 'query' || isQueryKind(kind);
}

/** True where a file has queries or survey rules: only they are checked with the codes of the project's catalogs. */
export function namesCodes({ name, documents }: SourceFile): boolean {
  return [fileKindOf(name), ...documents.map(({ root }) => documentKind(name, root))].some(
    (kind) => isQuery(kind) || kind === 'SurveyRules',
  );
}
