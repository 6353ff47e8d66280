/** The filters, clauses and predicates that a query writes in the API's own form. */
import type { MapNode, Node } from '../../text/tree.ts';
import { childOf, isText } from '../../text/walk.ts';
import type { QueryEntry } from '../entry.ts';
import { familiesOf, type Family } from './queryFamilies.ts';

export interface FilterSite {
  readonly family: Family;
  readonly map: MapNode;
  /** Keys and indexes from the document. */
  readonly path: readonly (string | number)[];
  readonly isClause: boolean;
}

export interface PredicateSite {
  readonly family: Family;
  readonly map: MapNode;
  readonly path: readonly (string | number)[];
}

/** Every filter, each before its clauses. What is no map is the schema's business. */
export function filtersOf(entry: QueryEntry): readonly FilterSite[] {
  return familiesOf(entry.file).flatMap((family) => {
    const value = childOf(entry.map, family.key);
    const filters = family.filter.length === 1 ? itemsAt(value, [family.key], true) : itemsAt(value, [family.key]);
    return filters.flatMap(({ map, path }) => [
      { family, map, path, isClause: false },
      ...itemsAt(childOf(map, 'clauses'), [...path, 'clauses']).map((clause) => ({
        family,
        ...clause,
        isClause: true,
      })),
    ]);
  });
}

export function predicatesOf(entry: QueryEntry): readonly PredicateSite[] {
  return filtersOf(entry).flatMap(predicatesIn);
}

export function predicatesIn({ family, map, path }: FilterSite): readonly PredicateSite[] {
  return itemsAt(childOf(map, 'predicates'), [...path, 'predicates']).map((site) => ({ family, ...site }));
}

/** What a predicate looks at, where it names exactly one thing. */
export function subjectOf(
  map: MapNode,
): { readonly field: 'dimension' | 'metric' | 'property'; readonly name: string } | undefined {
  const named = (['dimension', 'metric', 'property'] as const).flatMap((field) => {
    const node = childOf(map, field);
    return isText(node) ? [{ field, name: node.value }] : [];
  });
  return named.length === 1 ? named[0] : undefined;
}

/** `matches` where none is written. */
export function operatorOf(map: MapNode): string {
  const operator = childOf(map, 'operator');
  return isText(operator) ? operator.value : 'matches';
}

/** True for a map that is written as JSON, so that what is added to it has to be JSON too. */
export function isJson(map: MapNode): boolean {
  return map.flow && map.pairs[0]?.key.style === 'double';
}

function itemsAt(
  node: Node | undefined,
  path: readonly (string | number)[],
  isOne = false,
): readonly { readonly map: MapNode; readonly path: readonly (string | number)[] }[] {
  if (isOne) return node?.kind === 'map' ? [{ map: node, path }] : [];
  if (node?.kind !== 'seq') return [];
  return node.items.flatMap((item, index) => (item.kind === 'map' ? [{ map: item, path: [...path, index] }] : []));
}
