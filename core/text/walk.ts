/** Ways through a tree: children, plain values, and what stands at an offset. */
import type { MapNode, Node, Pair, ScalarNode } from './tree.ts';

/** The pair with this key; the first one where a key is written twice. */
export function pairOf(node: Node | undefined, key: string): Pair | undefined {
  if (node?.kind !== 'map') return undefined;
  if (node.pairs.length > manyPairs) return indexOf(node.pairs).byKey.get(key);
  for (const pair of node.pairs) if (keyOf(pair) === key) return pair;
  return undefined;
}

/** Where a pair stands in its map; -1 where it stands elsewhere. */
export function indexOfPair({ pairs }: MapNode, pair: Pair): number {
  return pairs.length > manyPairs ? (indexOf(pairs).positions.get(pair) ?? -1) : pairs.indexOf(pair);
}

/** Maps larger than this get an index when they are asked for a key, since they may be asked for each of their keys. */
const manyPairs = 30;

interface PairIndex {
  readonly byKey: ReadonlyMap<string, Pair>;
  readonly positions: ReadonlyMap<Pair, number>;
}

const indexes = new WeakMap<readonly Pair[], PairIndex>();

function indexOf(pairs: readonly Pair[]): PairIndex {
  const known = indexes.get(pairs);
  if (known !== undefined) return known;
  const index = {
    byKey: new Map(pairs.toReversed().map((pair) => [keyOf(pair), pair])),
    positions: new Map(pairs.map((pair, at) => [pair, at])),
  };
  indexes.set(pairs, index);
  return index;
}

/** The value under this key. */
export function childOf(node: Node | undefined, key: string): Node | undefined {
  return pairOf(node, key)?.value;
}

/** A key as text, whatever YAML made of it: `1:` and `true:` are keys like any other. */
export function keyOf({ key }: Pair): string {
  if (typeof key.value === 'string') return key.value;
  return key.value === null ? key.source : String(key.value);
}

/** A text with its node, where the node is a scalar that YAML reads as text. */
export interface TextNode extends ScalarNode {
  readonly value: string;
}

export function isText(node: Node | undefined): node is TextNode {
  return node?.kind === 'scalar' && typeof node.value === 'string';
}

/** The texts of a list; items that are no text are left out. */
export function textsOf(node: Node | undefined): TextNode[] {
  return node?.kind === 'seq' ? node.items.filter(isText) : [];
}

/**
 * Plain JavaScript data: maps become objects with own keys only (also `__proto__`), a key without value
 * becomes null, of a key written twice the first counts.
 */
export function toValue(node: Node | undefined): unknown {
  if (node === undefined) return null;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'seq') return node.items.map(toValue);
  const object: Record<string, unknown> = {};
  for (const pair of node.pairs) {
    const key = keyOf(pair);
    if (Object.hasOwn(object, key)) continue;
    const value = toValue(pair.value);
    // Setting this one would not make a key.
    if (key === '__proto__') Object.defineProperty(object, key, { value, ...plainProperty });
    else object[key] = value;
  }
  return object;
}

const plainProperty = { enumerable: true, configurable: true, writable: true };

/** The node that a JSON pointer (`/codes/0/name`) leads to, and the pair that holds it. */
export function nodeAtPointer(
  root: Node | undefined,
  pointer: string,
): { readonly node: Node | undefined; readonly pair: Pair | undefined } {
  let node = root;
  let pair: Pair | undefined;
  for (const part of pointer.split('/').slice(1)) {
    const step = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (node?.kind === 'seq') {
      node = node.items[Number(step)];
      pair = undefined;
    } else {
      pair = pairOf(node, step);
      node = pair?.value;
    }
  }
  return { node, pair };
}

/** One step on the way from the root to an offset. */
export type Step =
  | { readonly in: MapNode; readonly pair: Pair }
  | { readonly in: Node & { readonly kind: 'seq' }; readonly index: number };

export interface Place {
  readonly steps: readonly Step[];
  /** The innermost node at the offset; absent where a key stands, or nothing. */
  readonly node: Node | undefined;
  /** True where the offset is on the last step's key. */
  readonly onKey: boolean;
}

/** What stands at an offset. Aliased content is not entered: it stands elsewhere. */
export function placeAt(root: Node | undefined, offset: number): Place {
  const steps: Step[] = [];
  let node = root;
  while (node !== undefined && node.alias !== true) {
    if (node.kind === 'scalar') break;
    if (node.kind === 'map') {
      const pair = node.pairs.find(({ span }) => span.start <= offset && offset <= span.end);
      if (pair === undefined) break;
      steps.push({ in: node, pair });
      if (offset <= pair.key.span.end) return { steps, node: undefined, onKey: true };
      node = pair.value;
      if (node !== undefined && (offset < node.span.start || offset > node.span.end))
        return { steps, node: undefined, onKey: false };
      continue;
    }
    const items: readonly Node[] = node.items;
    const index = items.findIndex(({ span }) => span.start <= offset && offset <= span.end);
    const item = items[index];
    if (item === undefined) break;
    steps.push({ in: node, index });
    node = item;
  }
  return { steps, node, onKey: false };
}
