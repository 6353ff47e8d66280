/** The ranges of numbers that a query writes. */
import { parseDuration } from '../../contract/afterCallWork.ts';
import type { MapNode, Node, ScalarNode } from '../../text/tree.ts';
import { childOf, isText } from '../../text/walk.ts';
import { field, type QueryEntry } from '../entry.ts';
import { predicatesOf } from './queryFilters.ts';
import { conditionsOf } from './queryWhere.ts';

export const bounds = ['gt', 'gte', 'lt', 'lte'] as const;

/** Ranges of predicates, of `where`, of views and of aggregations. */
export function rangesOf(entry: QueryEntry): readonly MapNode[] {
  const nodes: (Node | undefined)[] = [
    ...predicatesOf(entry).map(({ map }) => childOf(map, 'range')),
    ...conditionsOf(entry).flatMap(({ key, value }) => (key === 'wrapUpCode' ? [] : [value])),
    ...itemsOf(field(entry, 'views')).map((view) => childOf(view, 'range')),
    ...itemsOf(field(entry, 'aggregations')).flatMap((one) => itemsOf(childOf(one, 'ranges'))),
  ];
  return nodes.filter((node) => node?.kind === 'map');
}

/** A bound as a number; durations in milliseconds. */
export function boundOf(range: MapNode, bound: (typeof bounds)[number]): number | undefined {
  const node = childOf(range, bound);
  return node?.kind === 'scalar' ? numberIn(node) : undefined;
}

function numberIn(node: ScalarNode): number | undefined {
  if (typeof node.value === 'number') return node.value;
  return isText(node) ? parseDuration(node.value) : undefined;
}

export function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'seq' ? node.items : [];
}
