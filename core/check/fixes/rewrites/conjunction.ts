/** Filters in whatever form, as conditions that must all hold. */
import { filterFamilies, filterKeys } from '../../../contract/inventions.ts';
import { filterTypeWords } from '../../../contract/inventions/valueWords.ts';
import { findWord } from '../../../contract/inventions.ts';
import type { QueryKind } from '../../../query/model.ts';
import type { MapNode, Node } from '../../../text/tree.ts';
import { isText, keyOf } from '../../../text/walk.ts';
import { type Condition, readCondition, subjectNamed } from './condition.ts';

/** Keys under which a group has its members. */
const memberKeys = new Set([
  'clauses',
  'predicates',
  'filters',
  'conditions',
  'rules',
  'criteria',
  'predicate',
  'filter',
]);
const joinKeys = new Set([
  'type',
  'operator',
  'op',
  'logic',
  'logicalOperator',
  'conjunction',
  'join',
  'combinator',
  'condition',
]);

const familyKeys: ReadonlySet<string> = new Set(filterFamilies.map((family) => filterKeys[family]));

/**
 * A list, a group with `and` or `or`, one condition, or a map from dimensions to values. Nothing where it cannot be
 * said as conditions on different things that must all hold.
 */
export function readConjunction(node: Node | undefined, kind: QueryKind): readonly Condition[] | undefined {
  const found = read(node, kind);
  const names = new Set(found?.map(({ name }) => name));
  return found !== undefined && found.length > 0 && names.size === found.length ? found : undefined;
}

function read(node: Node | undefined, kind: QueryKind): readonly Condition[] | undefined {
  if (node === undefined || node.kind === 'scalar' || node.alias === true) return undefined;
  if (node.kind === 'seq') return all(node.items.map((item) => read(item, kind)));
  return group(node, kind) ?? one(readCondition(node, kind)) ?? byName(node, kind);
}

function group(map: MapNode, kind: QueryKind): readonly Condition[] | undefined {
  const members = map.pairs.filter((pair) => memberKeys.has(keyOf(pair)));
  const join = map.pairs.find((pair) => joinKeys.has(keyOf(pair)))?.value;
  const known = map.pairs.every((pair) => memberKeys.has(keyOf(pair)) || joinKeys.has(keyOf(pair)));
  if (members.length === 0 || !known) return undefined;
  const items = members.flatMap(({ value }): readonly (Node | undefined)[] =>
    value?.kind === 'seq' ? value.items : [value],
  );
  const parts = items.map((item) => read(item, kind));
  if (parts.length === 1) return parts[0];
  const word = isText(join) ? join.value.toLowerCase() : 'and';
  const joined = findWord(filterTypeWords, word)?.real ?? word;
  if (joined === 'and') return all(parts);
  return joined === 'or' ? either(parts) : undefined;
}

/** Values of one thing, any of which will do. */
function either(parts: readonly (readonly Condition[] | undefined)[]): readonly Condition[] | undefined {
  const single = parts.map((part) => (part?.length === 1 ? part[0] : undefined));
  const [first] = single;
  if (first === undefined) return undefined;
  const values = single.map((part) =>
    part?.name === first.name && part.test.kind === 'values' ? part.test.values : undefined,
  );
  if (values.includes(undefined)) return undefined;
  return [{ ...first, test: { kind: 'values', values: values.flatMap((some) => some ?? []) } }];
}

/** `{ queue: Billing, mediaType: [voice, chat] }`, and the filters of several families side by side. */
function byName(map: MapNode, kind: QueryKind): readonly Condition[] | undefined {
  return all(
    map.pairs.map(({ value, key }) => {
      if (familyKeys.has(String(key.value))) return read(value, kind);
      const subject = subjectNamed(String(key.value), kind);
      const items = value?.kind === 'seq' ? value.items : value === undefined ? [] : [value];
      const values = items.flatMap((item) => (item.kind === 'scalar' && item.value !== null ? [item] : []));
      const fits = subject?.type === 'dimension' && values.length > 0 && values.length === items.length;
      return fits ? [{ ...subject, test: { kind: 'values', values } }] : undefined;
    }),
  );
}

function one(condition: Condition | undefined): readonly Condition[] | undefined {
  return condition === undefined ? undefined : [condition];
}

function all(parts: readonly (readonly Condition[] | undefined)[]): readonly Condition[] | undefined {
  return parts.length === 0 || parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}
