/** Changes of queues and of the codes on them, with what they leave in the audits. Everything was checked before. */
import { changesBetween, record, type Values } from '../audits/record.ts';
import { isoDate } from '../clock.ts';
import { withFormer } from '../lag.ts';
import type { World } from '../world.ts';
import type { Author, Queue, QueueCodeChange } from './model.ts';

export type QueueContent = Pick<Queue, 'name' | 'divisionId' | 'settings'>;

/** Replaces all that a request can say of a queue. */
export function changeQueue(world: World, before: Queue, content: QueueContent, author: Author): Queue {
  const dateModified = isoDate(world.clock.now());
  const queue = withFormer<Queue>(world, before, { ...before, ...content, dateModified, modifiedBy: author.id });
  world.org.queues.set(queue.id, queue);
  record(world, author, {
    serviceName: 'ContactCenter',
    entityType: 'Queue',
    action: 'Update',
    entity: { id: queue.id, name: queue.name },
    changes: changesBetween(valuesOf(before), valuesOf(queue)),
  });
  return queue;
}

/** Adds to what is there; what is there already is not added again. */
export function putCodesOnQueue(world: World, queueId: string, codeIds: readonly string[], author: Author): void {
  const present = world.org.queueCodes.get(queueId) ?? new Set<string>();
  const added = [...new Set(codeIds)].filter((id) => !present.has(id));
  for (const id of added) present.add(id);
  world.org.queueCodes.set(queueId, present);
  noteMembers(world, queueId, added, 'added', author);
}

/** False if the code is not on the queue. */
export function takeCodeOffQueue(world: World, queueId: string, codeId: string, author: Author): boolean {
  const wasThere = world.org.queueCodes.get(queueId)?.delete(codeId) ?? false;
  if (wasThere) noteMembers(world, queueId, [codeId], 'removed', author);
  return wasThere;
}

/** One message for each request (inferred). */
function noteMembers(
  world: World,
  queueId: string,
  codeIds: readonly string[],
  change: QueueCodeChange['change'],
  author: Author,
): void {
  if (codeIds.length === 0) return;
  const now = world.clock.now();
  const visibleFrom = now + world.switches.queueCodesDelay * 1000;
  if (visibleFrom > now) {
    world.org.queueCodeChanges.push(...codeIds.map((codeId) => ({ queueId, codeId, change, visibleFrom })));
  }
  const isAdded = change === 'added';
  const name = world.org.queues.get(queueId)?.name;
  record(world, author, {
    serviceName: 'ContactCenter',
    entityType: 'Queue',
    action: isAdded ? 'WrapupCodeAdd' : 'WrapupCodeRemove',
    entity: { id: queueId, ...(name === undefined ? {} : { name }) },
    changes: [{ property: 'wrapupCodes', oldValues: isAdded ? [] : codeIds, newValues: isAdded ? codeIds : [] }],
  });
}

/** The codes on a queue as lists show them at this moment, in the order they were added. */
export function listedCodes(world: World, queueId: string): ReadonlySet<string> {
  const codes = new Set(world.org.queueCodes.get(queueId));
  const now = world.clock.now();
  for (const { queueId: id, codeId, change, visibleFrom } of world.org.queueCodeChanges.toReversed()) {
    if (id !== queueId || visibleFrom <= now) continue;
    if (change === 'added') codes.delete(codeId);
    else codes.add(codeId);
  }
  return codes;
}

/** The names of the properties and the form of their values are inferred. */
function valuesOf(queue: Queue): Values {
  const settings = Object.entries(queue.settings).map(
    ([name, value]) => [name, [JSON.stringify(value ?? null)]] as const,
  );
  return { name: [queue.name], division: [queue.divisionId], ...Object.fromEntries(settings) };
}
