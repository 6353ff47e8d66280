/** Filters in a form that the API does not have: which parts of a query they are, so that each is told once. */
import {
  findInventedKey,
  findInventedValue,
  inventedKeys,
  isComparison,
  type Place,
} from '../../contract/inventions.ts';
import type { SchemaPath } from '../../contract/schema.ts';
import type { Span } from '../../text/position.ts';
import type { MapNode, Node, Pair } from '../../text/tree.ts';
import { isText, keyOf, pairOf } from '../../text/walk.ts';
import type { Entry, QueryEntry } from '../entry.ts';
import type { SchemaIssue } from '../schemaIssues.ts';
import { placeOf } from '../schemaPlace.ts';

/** A condition, with the first of its parts that the API does not have. */
export interface ForeignCondition {
  readonly map: MapNode;
  readonly pair: Pair;
  readonly path: SchemaPath;
  readonly span: Span;
  readonly message: string;
}

/** `where` or `filter` written as a list. */
export interface ForeignList {
  readonly pair: Pair;
  readonly path: SchemaPath;
}

const found = new WeakMap<QueryEntry, ReadonlyMap<MapNode, ForeignCondition>>();
const foundLists = new WeakMap<QueryEntry, readonly ForeignList[]>();

/** By the map that the condition is. */
export function foreignConditions(entry: QueryEntry): ReadonlyMap<MapNode, ForeignCondition> {
  const known = found.get(entry);
  if (known !== undefined) return known;
  const conditions = new Map<MapNode, ForeignCondition>();
  for (const issue of entry.issues) {
    const condition = conditionIn(entry, issue);
    const earlier = condition === undefined ? undefined : conditions.get(condition.map);
    if (condition !== undefined && (earlier === undefined || condition.span.start < earlier.span.start))
      conditions.set(condition.map, condition);
  }
  found.set(entry, conditions);
  return conditions;
}

export function foreignLists(entry: QueryEntry): readonly ForeignList[] {
  const known = foundLists.get(entry);
  if (known !== undefined) return known;
  const lists = listsIn(entry);
  foundLists.set(entry, lists);
  return lists;
}

function listsIn(entry: QueryEntry): readonly ForeignList[] {
  return entry.issues.flatMap(({ keyword, pair, path, node }): ForeignList[] => {
    const isList = keyword === 'type' && node?.kind === 'seq' && node.items.some(isNoFilter);
    return isList && pair !== undefined && path.length === 1 && (path[0] === 'where' || path[0] === 'filter')
      ? [{ pair, path }]
      : [];
  });
}

/** A map that is no filter of the API in a list too many. */
function isNoFilter(item: Node): boolean {
  return item.kind === 'map' && pairOf(item, 'predicates') === undefined && pairOf(item, 'clauses') === undefined;
}

/** True for what the schema says about a part of such a filter: the filter as a whole is reported. */
export function isInForeignFilter(entry: Entry, { parent, node, pair, path }: SchemaIssue): boolean {
  const key = path.at(-1);
  if (entry.kind !== 'query' || key === 'dimension' || key === 'metric') return false;
  const conditions = foreignConditions(entry);
  const isPart = [parent, node].some((part) => part?.kind === 'map' && conditions.has(part));
  return isPart || foreignLists(entry).some((list) => list.pair === pair);
}

function conditionIn(entry: QueryEntry, issue: SchemaIssue): ForeignCondition | undefined {
  const { keyword, pair, parent, path, node } = issue;
  const place = placeOf(entry, path);
  if (place === undefined || pair === undefined || parent?.kind !== 'map') return undefined;
  const key = keyOf(pair);
  const at = { map: parent, pair, path };
  if (keyword === 'additionalProperties') {
    const invented = findInventedKey(place, key);
    if (invented?.rewrite.kind !== 'toPredicates' || !inventedKeys.includes(invented)) return undefined;
    const real = invented.real?.path.at(-1);
    const use = real === undefined ? '' : `: use \`${real}\``;
    return { ...at, span: pair.key.span, message: `\`${key}\` does not exist here${use}. ${invented.explanation}` };
  }
  if (!isPredicate(place)) return undefined;
  if (keyword === 'enum' && key === 'operator' && isText(node) && isComparison(node.value)) {
    const { explanation } = findInventedValue(place, 'operator', node.value) ?? { explanation: '' };
    return { ...at, span: node.span, message: `\`operator\` cannot be \`${node.value}\`. ${explanation}` };
  }
  if (keyword === 'type' && key === 'value' && node?.kind === 'seq' && pairOf(parent, 'value') === pair) {
    const message = 'A predicate has one `value`. Several values are several predicates, joined by `or`.';
    return { ...at, span: node.flow ? node.span : pair.key.span, message };
  }
  return undefined;
}

function isPredicate(place: Place): boolean {
  return place.endsWith('.predicate') || place.endsWith('.clausePredicate');
}
