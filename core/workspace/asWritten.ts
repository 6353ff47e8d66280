/** Values that are texts to the API, although YAML may read them as numbers. */
import type { Node } from '../text/tree.ts';
import { keyOf, toValue } from '../text/walk.ts';

const LIMITS: ReadonlySet<string> = new Set(['gt', 'gte', 'lt', 'lte']);

/**
 * A number keeps its characters: `+31201234567`, `0031…`, `1.0` and more digits than a number holds would otherwise ask
 * for something else. The limits of a range are numbers.
 */
export function asWritten(node: Node | undefined): unknown {
  if (node?.kind === 'seq') return node.items.map(asWritten);
  if (node?.kind === 'scalar' && (typeof node.value === 'number' || typeof node.value === 'bigint'))
    return String(node.value) === node.source ? node.value : node.source;
  if (node?.kind !== 'map') return toValue(node);
  const entries = node.pairs.map((pair): [string, unknown] => {
    const key = keyOf(pair);
    return [key, LIMITS.has(key) ? toValue(pair.value) : asWritten(pair.value)];
  });
  return Object.fromEntries(entries);
}
