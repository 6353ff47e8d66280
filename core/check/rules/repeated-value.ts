import { normaliseName } from '../../contract/names.ts';
import { removeItem } from '../../text/edit.ts';
import type { Node, Pair, SeqNode } from '../../text/tree.ts';
import { childOf, keyOf } from '../../text/walk.ts';
import type { Entry, QueryEntry, SurveyEntry } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { comparisonsOf, declaredFields } from '../survey/surveyParts.ts';

/** A value that stands twice in one list: a tag, a queue, a flag. */
export const repeatedValue: Rule = {
  code: 'repeated-value',
  severity: 'warning',
  codesWith: 'oddities',
  inCode: (entry) => listsIn(entry.map).flatMap(({ key, list }) => look(entry, key, list)),
  inHead: (entry) => [
    ...listsIn(childOf(entry.map, 'categories')).flatMap(({ key, list }) => look(entry, key, list)),
    ...listsIn(childOf(entry.map, 'defaults')).flatMap(({ key, list }) => look(entry, key, list)),
  ],
  inProject: (entry) => listsIn(childOf(entry.map, 'policy')).flatMap(({ key, list }) => look(entry, key, list)),
  inSurvey: (entry) => surveyLists(entry).flatMap(({ key, list }) => look(entry, key, list)),
  inQuery: (entry) => queryLists(entry).flatMap(({ key, list }) => look(entry, key, list)),
};

function listsIn(map: Node | undefined): { readonly key: string; readonly list: SeqNode }[] {
  if (map?.kind !== 'map' || !map.pairs.some(hasList)) return [];
  return map.pairs.flatMap((pair) => (pair.value?.kind === 'seq' ? [{ key: keyOf(pair), list: pair.value }] : []));
}

/** A list of one repeats nothing. */
function hasList({ value }: Pair): boolean {
  return value?.kind === 'seq' && value.items.length > 1;
}

function queryLists({ map }: QueryEntry): ReturnType<typeof listsIn> {
  const [where, output] = [childOf(map, 'where'), childOf(map, 'output')];
  const nested = [where, output].flatMap((node) =>
    node?.kind === 'map' ? node.pairs.flatMap(({ value }) => listsIn(value)) : [],
  );
  return [...listsIn(map), ...listsIn(where), ...listsIn(output), ...nested];
}

function surveyLists(entry: SurveyEntry): ReturnType<typeof listsIn> {
  const conditions = comparisonsOf(entry).flatMap(({ field, value }) =>
    value?.kind === 'seq' ? [{ key: field, list: value }] : [],
  );
  const fields = [...(declaredFields(entry)?.values() ?? [])].flatMap(({ map }) => listsIn(map));
  return [...listsIn(childOf(childOf(entry.map, 'responses'), 'org')), ...fields, ...conditions];
}

function look(entry: Entry, key: string, list: SeqNode): readonly Finding[] {
  if (list.items.length < 2 || areFewAndOther(key, list.items)) return [];
  const first = new Map<unknown, Node>();
  return list.items.flatMap((item, index): Finding[] => {
    const same = valueIn(key, item);
    if (item.kind !== 'scalar' || same === undefined) return [];
    const earlier = first.get(same);
    if (earlier === undefined) {
      first.set(same, item);
      return [];
    }
    return [
      {
        span: item.span,
        message: `\`${String(item.value)}\` is already in this list. Keep one of them.`,
        related: [{ message: 'The first one', span: earlier.span }],
        fixes: fixIf('Remove this one', removeItem(entry.text, list, index), true),
      },
    ];
  });
}

/** What two of them must not share; undefined for what is no value. */
function valueIn(key: string, item: Node): unknown {
  if (item.kind !== 'scalar' || item.value === null || item.value === '') return undefined;
  return key === 'queues' || key === 'queue' ? normaliseName(String(item.value)) : item.value;
}

/** Nearly all lists. Long ones are looked at in one go. */
function areFewAndOther(key: string, items: readonly Node[]): boolean {
  if (items.length > 8) return false;
  const values = items.map((item) => valueIn(key, item));
  return values.every((value, at) => value === undefined || !values.includes(value, at + 1));
}
