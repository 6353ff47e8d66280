/** Which of our files a file is: its `kind:` says it, and before there is one its name does. */
import { isFileKind, type FileKind } from '../contract/schema.ts';
import type { Node } from '../text/tree.ts';
import { childOf, isText } from '../text/walk.ts';

/** `query` and `survey` are ours too, and in this version checked for their YAML only. */
export type NamedKind = FileKind | 'query' | 'survey';

/** What a file's name promises; undefined for files that are not ours. `name` is a path or a URI. */
export function fileKindOf(name: string): NamedKind | undefined {
  const base = (name.split(/[/\\]/).at(-1) ?? '').toLowerCase();
  if (/^genesys\.ya?ml$/.test(base)) return 'GenesysProject';
  if (/\.wrapup\.ya?ml$/.test(base)) return 'WrapUpCatalog';
  if (/\.query\.(?:ya?ml|json)$/.test(base)) return 'query';
  return /\.survey\.ya?ml$/.test(base) ? 'survey' : undefined;
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
