/** What a query compares dimensions with, wherever it does so. */
import { whereKeys } from '../../query/compile/whereKeys.ts';
import type { NamedKind } from '../../query/model.ts';
import type { MapNode, Pair, ScalarNode } from '../../text/tree.ts';
import { childOf, pairOf } from '../../text/walk.ts';
import type { QueryEntry } from '../entry.ts';
import { operatorOf, predicatesOf, subjectOf } from './queryFilters.ts';
import { conditionsOf, presenceWords } from './queryWhere.ts';

export interface ComparedValue {
  /** The API's name. */
  readonly dimension: string;
  readonly node: ScalarNode;
  /** Set where the value is a name and no id. */
  readonly named?: NamedKind;
  /** In `where`: the pair and its map. Absent in the API's own filters. */
  readonly where?: { readonly pair: Pair; readonly map: MapNode };
}

export function comparedValues(entry: QueryEntry): readonly ComparedValue[] {
  return [...inWhere(entry), ...inFilters(entry)];
}

function inFilters(entry: QueryEntry): readonly ComparedValue[] {
  return predicatesOf(entry).flatMap(({ map }): ComparedValue[] => {
    const subject = subjectOf(map);
    const node = childOf(map, 'value');
    const compares = subject?.field === 'dimension' && operatorOf(map) === 'matches' && node?.kind === 'scalar';
    return compares && pairOf(map, 'range') === undefined ? [{ dimension: subject.name, node }] : [];
  });
}

function inWhere(entry: QueryEntry): readonly ComparedValue[] {
  const keys = whereKeys(entry.file);
  return conditionsOf(entry).flatMap(({ path, pair, map, value }): ComparedValue[] => {
    const known = keys.get(path.slice(1).join('.'));
    if (known?.type !== 'dimension') return [];
    const isPresence = value?.kind === 'scalar' && presenceWords.some((word) => word === value.value);
    const nodes = value?.kind === 'seq' ? value.items : value === undefined || isPresence ? [] : [value];
    return nodes.flatMap((node) =>
      node.kind === 'scalar' && node.value !== null
        ? [{ dimension: known.field, node, where: { pair, map }, ...(known.named && { named: known.named }) }]
        : [],
    );
  });
}
