/** Names in a query: those it filters by, and those of rows it drops. */
import { isId } from '../../check/rules/id-instead-of-name.ts';
import { presenceWords } from '../../check/query/queryWhere.ts';
import { isDefaultCode, isReservedName } from '../../contract/systemCodes.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText, keyOf } from '../../text/walk.ts';
import { allNamed, tagsNamed, type Place } from './collect.ts';
import type { NameKind, Occurrence } from './model.ts';

export function queryNames(root: Node | undefined): readonly Occurrence[] {
  const where = childOf(root, 'where');
  const output = childOf(root, 'output');
  const outer = isFlow(root);
  return [
    ...conditionNames(where, { role: 'reference', flow: outer || isFlow(where) }),
    ...excludedNames(childOf(output, 'exclude'), outer || isFlow(output)),
  ].filter((name) => !isId(name.text) && !isSystemCode(name));
}

function conditionNames(where: Node | undefined, place: Place): readonly Occurrence[] {
  if (where?.kind !== 'map') return [];
  return where.pairs.flatMap((pair): readonly Occurrence[] => {
    switch (keyOf(pair)) {
      case 'queue':
        return compared('queue', pair.value, place);
      case 'division':
        return compared('division', pair.value, place);
      case 'wrapUpCode':
        return pair.value?.kind === 'map' ? picked(pair.value, place) : compared('name', pair.value, place);
      default:
        return [];
    }
  });
}

/** The words that ask whether there is any value are names only in a list. */
function compared(kind: NameKind, value: Node | undefined, place: Place): readonly Occurrence[] {
  return isText(value) && presenceWords.includes(value.value) ? [] : allNamed(kind, value, place);
}

function picked(value: Node, outer: Place): readonly Occurrence[] {
  const place = { ...outer, flow: outer.flow === true || isFlow(value) };
  const category = childOf(value, 'category');
  return [
    ...allNamed('name', childOf(value, 'name'), place),
    ...allNamed('code', childOf(value, 'code'), place),
    ...allNamed('category', category, place),
    ...allNamed('subcategory', childOf(value, 'subcategory'), {
      ...place,
      category: isText(category) ? category.value : undefined,
    }),
    ...tagsNamed(childOf(value, 'tag'), place),
  ];
}

/** Columns of a result that show names. */
const columns: Readonly<Record<string, NameKind>> = {
  wrapUpName: 'name',
  code: 'code',
  category: 'category',
  subcategory: 'subcategory',
  tags: 'tag',
  queue: 'queue',
  division: 'division',
};

function excludedNames(exclude: Node | undefined, outer: boolean): readonly Occurrence[] {
  if (exclude?.kind !== 'map') return [];
  const place: Place = { role: 'reference', flow: outer || exclude.flow };
  return exclude.pairs.flatMap((pair): readonly Occurrence[] => {
    const key = keyOf(pair);
    const kind = Object.hasOwn(columns, key) ? columns[key] : undefined;
    if (kind === undefined) return [];
    return kind === 'tag' ? tagsNamed(pair.value, place) : allNamed(kind, pair.value, place);
  });
}

function isSystemCode({ kind, text }: Occurrence): boolean {
  return kind === 'name' && (isReservedName(text) || isDefaultCode(text));
}

function isFlow(node: Node | undefined): boolean {
  return node?.kind === 'map' && node.flow;
}
