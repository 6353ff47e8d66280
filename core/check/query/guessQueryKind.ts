/** Which query is meant where `kind:` is missing. */
import { allowedKeys } from '../../contract/descriptions.ts';
import { findInventedKey } from '../../contract/inventions.ts';
import { queryKinds } from '../../contract/schema.ts';
import type { QueryKind } from '../../query/model.ts';
import type { Node } from '../../text/tree.ts';
import { keyOf } from '../../text/walk.ts';
import { listsMetrics } from '../fixes/rewrites/lists.ts';

/** The kind that has more of the keys than any other, in their own spelling or an invented one; undefined where they do not tell. */
export function guessQueryKind(root: Node): QueryKind | undefined {
  if (root.kind !== 'map') return undefined;
  if (root.pairs.some((pair) => addsUp(keyOf(pair), pair.value))) return 'ConversationAggregates';
  const keys = new Set(root.pairs.map(keyOf));
  const counts = queryKinds.map((kind) => ({
    kind,
    count: allowedKeys(kind, []).filter(({ key }) => keys.has(key)).length,
  }));
  const [best, second] = counts.toSorted((a, b) => b.count - a.count);
  if (best !== undefined && best.count > (second?.count ?? 0)) return best.kind;
  return [...keys].some(listsConversations) ? 'ConversationDetails' : undefined;
}

/** A key that a details query has not, and that makes it an aggregation. */
function addsUp(key: string, value: Node | undefined): boolean {
  const rewrite = findInventedKey('details', key)?.rewrite;
  return rewrite?.kind === 'toKind' && (rewrite.ifMetrics !== true || listsMetrics(value));
}

/** Keys that tutorials write where they want conversations one by one. */
function listsConversations(key: string): boolean {
  const rewrite = findInventedKey('details', key)?.rewrite;
  return rewrite?.kind === 'removeKey' || rewrite?.kind === 'toKind' || rewrite?.kind === 'toWhere';
}
