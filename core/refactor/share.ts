/** A field that all codes have in common, between them and their catalog. */
import { addPair, insert, lineBreakOf, lineStart, type SpanEdit } from '../text/edit.ts';
import { removeKeeping } from '../check/fixes/rewrites/comments.ts';
import type { MapNode, Node, Pair } from '../text/tree.ts';
import { childOf, keyOf, pairOf } from '../text/walk.ts';
import type { Shared } from './defaults.ts';
import type { Catalog, Selection } from './selection.ts';
import { added, removed, together } from './written.ts';

/** What the chosen codes have in common becomes the catalog's, and goes from every code that says the same. */
export function extracted(
  { source, entries }: Selection,
  catalog: Catalog,
  shared: Shared,
): readonly SpanEdit[] | string {
  const { text } = source;
  const { root, codes } = catalog;
  const values = entries.flatMap((entry) => childOf(entry, shared.key) ?? []);
  const value = shared.written(values[0]);
  if (value === undefined || !values.every((other) => shared.equal(other, values[0])))
    return `The chosen codes do not have the same ${shared.inWords}.`;
  if (shared.given(root) !== undefined) return `The catalog has ${shared.inWords} for its codes already.`;
  const without = codes.items.filter((item) => pairOf(item, shared.key) === undefined).length;
  if (without > 0) return inherits(without, shared);
  const head = intoHead(text, root, shared, value);
  const equal = codes.items.filter((item) => shared.equal(childOf(item, shared.key), values[0]));
  const all = together([head, ...equal.map((item) => removal(text, item, shared))]);
  return all ?? `The ${shared.inWords} cannot be taken out of every code. Write each code on lines of its own first.`;
}

/** The catalog's value is written into every code that has none of its own, and goes from the head. */
export function inlined({ source }: Selection, catalog: Catalog, shared: Shared): readonly SpanEdit[] | string {
  const { text } = source;
  const { root, codes } = catalog;
  const value = shared.written(shared.given(root));
  if (value === undefined) return `The catalog has no ${shared.inWords} for its codes.`;
  const without = codes.items.filter((item) => pairOf(item, shared.key) === undefined);
  const additions = without.map((item) => (isOwn(item) ? added(text, item, shared.key, value) : undefined));
  const all = together([outOfHead(text, root, shared), ...additions]);
  return (
    all ??
    `The ${shared.inWords} cannot be written into every code. Repair what is broken, or what stands behind an alias, first.`
  );
}

function inherits(count: number, { inWords }: Shared): string {
  const codes = count === 1 ? 'One code has' : `${count} codes have`;
  return `${codes} no ${inWords} and would get these. Give every code its ${inWords} first.`;
}

function isOwn(item: Node): item is MapNode {
  return item.kind === 'map' && item.alias !== true;
}

function removal(text: string, item: Node, { key }: Shared): readonly SpanEdit[] | undefined {
  const pair = pairOf(item, key);
  return isOwn(item) && pair !== undefined ? removed(text, item, pair) : undefined;
}

function intoHead(text: string, root: MapNode, { key }: Shared, value: string): readonly SpanEdit[] | undefined {
  const defaults = childOf(root, 'defaults');
  if (key === 'queues' && defaults?.kind === 'map')
    return added(text, defaults, key, value) ?? addPair(text, defaults, key, value);
  if (key === 'queues' && pairOf(root, 'defaults') !== undefined) return undefined;
  const written = key === 'queues' ? { key: 'defaults', value: `{ queues: ${value} }` } : { key, value };
  const at = root.pairs.findIndex((pair) => keyOf(pair) === 'codes');
  const above = key === 'queues' ? root.pairs[at - 1] : (pairOf(root, 'kind') ?? root.pairs[at - 1]);
  return above === undefined
    ? before(text, root, written.key, written.value)
    : addPair(text, root, written.key, written.value, above);
}

/** Where `codes` is the first key of all. */
function before(text: string, root: MapNode, key: string, value: string): readonly SpanEdit[] | undefined {
  const start = root.pairs[0]?.span.start;
  if (start === undefined || root.flow || lineStart(text, start) !== start) return undefined;
  return [insert(start, `${key}: ${value}${lineBreakOf(text)}`)];
}

function outOfHead(text: string, root: MapNode, { key }: Shared): readonly SpanEdit[] | undefined {
  const holder = key === 'queues' ? childOf(root, 'defaults') : root;
  const pair = pairOf(holder, key);
  if (holder?.kind !== 'map' || pair === undefined) return undefined;
  const whole: Pair | undefined = holder.pairs.length > 1 || holder === root ? undefined : pairOf(root, 'defaults');
  return whole === undefined ? removed(text, holder, pair) : removeKeeping(text, root, whole);
}
