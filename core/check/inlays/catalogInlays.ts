/** Hints of a catalog: the ids that its names have in the org, once for each: a queue may be listed a thousand times. */
import type { Node } from '../../text/tree.ts';
import { childOf } from '../../text/walk.ts';
import type { Inlay } from './model.ts';
import { idInlays, type Site } from './site.ts';

export function headInlays(site: Site, root: Node): readonly Inlay[] {
  const queues = childOf(root, 'queues');
  const declared = queues?.kind === 'map' && queues.alias !== true ? queues.pairs.map(({ key }) => key) : [];
  return [...idInlays(site, 'division', [childOf(root, 'division')]), ...idInlays(site, 'queue', declared)];
}

export function codeInlays(site: Site, code: Node): readonly Inlay[] {
  if (code.alias === true) return [];
  return [
    ...idInlays(site, 'wrapUpCode', [childOf(code, 'name')]),
    ...idInlays(site, 'division', [childOf(code, 'division')]),
  ];
}
