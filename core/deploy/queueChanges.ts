/** Which codes must be put on which queues. */
import { blockedChange } from './codeChange.ts';
import type { Matched } from './match.ts';
import type { AssociateChange, Change, OrgQueue, OrgSnapshot } from './model.ts';
import type { Finder } from './names.ts';

/** True when the code belongs on its queues at the plan's instant. */
export const wantsQueues = ({ entry, match }: Matched): boolean =>
  match.kind !== 'blocked' && entry.state === 'active' && entry.validity === 'valid';

/** Associations that are missing, in the order of the entry's queues; an unknown queue blocks only itself. */
export function queueChanges(matched: Matched, isOn: Membership, findQueue: Finder<OrgQueue>): readonly Change[] {
  if (!wantsQueues(matched)) return [];
  const { entry, match } = matched;
  const codeId = match.kind === 'code' ? match.code.id : undefined;
  const changes = new Map<string, Change>();
  for (const name of entry.queues ?? []) {
    const queue = findQueue(name);
    if (!queue.ok) {
      changes.set(`?${name}`, blockedChange(entry, `:queue:${name}`, queue.why));
    } else if (codeId === undefined || !isOn(queue.value.id, codeId)) {
      changes.set(queue.value.id, associate(matched, queue.value, codeId));
    }
  }
  return [...changes.values()];
}

/** Whether a code is on a queue; of a queue whose codes were not read, it is not. */
export type Membership = (queueId: string, codeId: string) => boolean;

/** As sets, since a queue of a thousand codes is asked once for each entry. */
export function membershipOf({ queueCodes }: OrgSnapshot): Membership {
  const codes = new Map(Object.entries(queueCodes).map(([queueId, ids]) => [queueId, new Set(ids)]));
  return (queueId, codeId) => codes.get(queueId)?.has(codeId) === true;
}

function associate({ entry }: Matched, { id, name }: OrgQueue, codeId: string | undefined): AssociateChange {
  return {
    kind: 'associate',
    id: `associate:${name}:${entry.name}`,
    name: entry.name,
    path: entry.path,
    why: `The code is not on the queue "${name}".`,
    queue: { id, name },
    ...(codeId === undefined ? {} : { codeId }),
    call: {
      method: 'POST',
      path: `/api/v2/routing/queues/${encodeURIComponent(id)}/wrapupcodes`,
      ...(codeId === undefined ? {} : { body: [{ id: codeId }] }),
    },
  };
}
