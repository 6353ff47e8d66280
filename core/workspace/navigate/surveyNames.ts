/** Codes that survey rules assign and that their tests expect. */
import { NO_CODE } from '../../survey/index.ts';
import type { MapNode, Node } from '../../text/tree.ts';
import { childOf } from '../../text/walk.ts';
import { named } from './collect.ts';
import type { Occurrence } from './model.ts';

export function surveyNames(root: Node | undefined): readonly Occurrence[] {
  const flow = root?.kind === 'map' && root.flow;
  return [
    ...itemsOf(root, 'rules').flatMap(({ item, inFlow }) => codeNamed(childOf(item, 'assign'), flow || inFlow)),
    ...codeNamed(childOf(root, 'otherwise'), flow),
    ...itemsOf(root, 'tests').flatMap(({ item, inFlow }) => codeNamed(childOf(item, 'expect'), flow || inFlow)),
  ];
}

function itemsOf(root: Node | undefined, key: string): readonly { readonly item: MapNode; readonly inFlow: boolean }[] {
  const list = childOf(root, key);
  if (list?.kind !== 'seq') return [];
  return list.items.flatMap((item) => (item.kind === 'map' ? [{ item, inFlow: list.flow || item.flow }] : []));
}

/** A code is named by its `code` or its name, and the text does not say which. */
function codeNamed(node: Node | undefined, flow: boolean): readonly Occurrence[] {
  return (['code', 'name'] as const)
    .flatMap((kind) => named(kind, node, { role: 'reference', flow, either: true }))
    .filter(({ text }) => text !== NO_CODE);
}
