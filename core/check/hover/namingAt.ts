import type { NamingPolicy } from '../../contract/generated/files.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText } from '../../text/walk.ts';
import type { CheckContext } from '../indexes/indexes.ts';

/** The naming policy of a catalog: its own, else the project's, else `portable`. */
export function namingAt(root: Node, { project }: CheckContext): NamingPolicy {
  const own = childOf(root, 'naming');
  if (isText(own) && (own.value === 'portable' || own.value === 'platform')) return own.value;
  return project?.naming ?? 'portable';
}
