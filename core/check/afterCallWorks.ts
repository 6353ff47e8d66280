/** The after-call work settings that a catalog declares. */
import type { MapNode } from '../text/tree.ts';
import { childOf } from '../text/walk.ts';
import { field, type HeadEntry } from './entry.ts';

export function afterCallWorks(entry: HeadEntry): readonly MapNode[] {
  const queues = field(entry, 'queues');
  if (queues?.kind !== 'map') return [];
  return queues.pairs.flatMap(({ value }) => {
    const settings = childOf(value, 'afterCallWork');
    return settings?.kind === 'map' ? [settings] : [];
  });
}
