/** Hints of a catalog: the ids that its names have in the org. */
import type { Node } from '../../text/tree.ts';
import { childOf, textsOf } from '../../text/walk.ts';
import type { Inlay } from './model.ts';
import { idInlays, type Site } from './site.ts';

export function headInlays(site: Site, root: Node): readonly Inlay[] {
  const queues = childOf(root, 'queues');
  const declared = queues?.kind === 'map' && queues.alias !== true ? queues.pairs.map(({ key }) => key) : [];
  return [
    ...idInlays(site, 'division', [childOf(root, 'division')]),
    ...idInlays(site, 'queue', [...declared, ...listed(childOf(childOf(root, 'defaults'), 'queues'))]),
  ];
}

export function codeInlays(site: Site, code: Node): readonly Inlay[] {
  if (code.alias === true) return [];
  return [
    ...idInlays(site, 'wrapUpCode', [childOf(code, 'name')]),
    ...idInlays(site, 'division', [childOf(code, 'division')]),
    ...idInlays(site, 'queue', listed(childOf(code, 'queues'))),
  ];
}

/** What an alias stands for is told where its anchor is. */
function listed(list: Node | undefined): readonly Node[] {
  return list?.alias === true ? [] : textsOf(list);
}
