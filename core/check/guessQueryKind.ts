/** Which query is meant where `kind:` is missing. */
import { allowedKeys } from '../contract/descriptions.ts';
import { queryKinds } from '../contract/schema.ts';
import type { QueryKind } from '../query/model.ts';
import type { Node } from '../text/tree.ts';
import { keyOf } from '../text/walk.ts';

/** The kind that has more of the keys than any other; undefined where they do not tell. */
export function guessQueryKind(root: Node): QueryKind | undefined {
  if (root.kind !== 'map') return undefined;
  const keys = new Set(root.pairs.map(keyOf));
  const counts = queryKinds.map((kind) => ({
    kind,
    count: allowedKeys(kind, []).filter(({ key }) => keys.has(key)).length,
  }));
  const [best, second] = counts.toSorted((a, b) => b.count - a.count);
  return best !== undefined && best.count > (second?.count ?? 0) ? best.kind : undefined;
}
