/** Names in a catalog. */
import { isId } from '../../check/rules/id-instead-of-name.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText, keyOf } from '../../text/walk.ts';
import { allNamed, keyNamed, keysNamed, named, tagsNamed } from './collect.ts';
import type { Occurrence } from './model.ts';

/** Of a catalog without the items of `codes`. */
export function headNames(root: Node | undefined): readonly Occurrence[] {
  const flow = root?.kind === 'map' && root.flow;
  const defaults = childOf(root, 'defaults');
  const inDefaults = { flow: flow || (defaults?.kind === 'map' && defaults.flow) };
  return [
    ...divisionNamed(childOf(root, 'division'), flow),
    ...matrixNames(childOf(root, 'categories'), flow),
    ...keysNamed('queue', childOf(root, 'queues'), { role: 'declaration', flow }),
    ...withoutIds(allNamed('queue', childOf(defaults, 'queues'), inDefaults)),
  ];
}

function matrixNames(matrix: Node | undefined, outer: boolean): readonly Occurrence[] {
  if (matrix?.kind !== 'map') return [];
  const flow = outer || matrix.flow;
  return matrix.pairs.flatMap((pair) => [
    ...keyNamed('category', pair, { role: 'declaration', flow }),
    ...allNamed('subcategory', pair.value, { role: 'declaration', flow, category: keyOf(pair) }),
  ]);
}

/** Of one item of `codes`. */
export function codeNames(item: Node): readonly Occurrence[] {
  if (item.kind !== 'map') return [];
  const category = childOf(item, 'category');
  const place = { flow: item.flow, entry: item };
  return item.pairs.flatMap((pair): readonly Occurrence[] => {
    const { value } = pair;
    switch (keyOf(pair)) {
      case 'name':
        return named('name', value, { ...place, role: 'declaration' });
      case 'code':
        return named('code', value, { ...place, role: 'declaration' });
      case 'formerly':
        return allNamed('name', value, { ...place, role: 'earlier' });
      case 'category':
        return named('category', value, place);
      case 'subcategory':
        return named('subcategory', value, { ...place, category: isText(category) ? category.value : undefined });
      case 'division':
        return divisionNamed(value, item.flow);
      case 'queues':
        return withoutIds(allNamed('queue', value, place));
      case 'reportingTags':
        return tagsNamed(value, place);
      case 'environments':
        return allNamed('environment', value, place);
      default:
        return [];
    }
  });
}

/** `*` means all divisions and is the name of none. */
function divisionNamed(node: Node | undefined, flow: boolean): readonly Occurrence[] {
  return withoutIds(named('division', node, { flow })).filter(({ text }) => text.trim() !== '*');
}

function withoutIds(names: readonly Occurrence[]): readonly Occurrence[] {
  return names.filter(({ text }) => !isId(text));
}
