/** Keys that people choose themselves: categories, queues, environments, fields of responses, and names in an org. */
import { childOf, keyOf } from '../text/walk.ts';
import type { MapNode, Node, Pair } from '../text/tree.ts';
import { field, type Entry } from './entry.ts';

export function freeKeys(entry: Entry): readonly Pair[] {
  if (entry.kind === 'head') return [...pairsOf(field(entry, 'categories')), ...pairsOf(field(entry, 'queues'))];
  if (entry.kind === 'code') return [];
  if (entry.kind === 'survey') return pairsOf(field(entry, 'fields'));
  if (entry.kind === 'query') return pairsOf(childOf(field(entry, 'output'), 'exclude'));
  const environments = pairsOf(field(entry, 'environments'));
  const maps = environments.flatMap(({ value }) => pairsOf(value)).filter((pair) => keyOf(pair) === 'names');
  return [...environments, ...maps.flatMap(({ value }) => pairsOf(value)).flatMap(({ value }) => pairsOf(value))];
}

function pairsOf(node: Node | undefined): MapNode['pairs'] {
  return node?.kind === 'map' ? node.pairs : [];
}
