/** Codes that come off queues because their own entry says so. */
import type { PlanFacts } from './facts.ts';
import type { Matched } from './match.ts';
import type { DissociateChange, OrgCode, OrgQueue } from './model.ts';

/**
 * Retired, not valid now, `queues: []`: the entry takes its own code off the queues that the catalogs declare, and off
 * those that it names itself. A code that is to be deleted comes off every queue that was read.
 */
export function ownDissociations({ entry, match }: Matched, facts: PlanFacts): readonly DissociateChange[] {
  if (match.kind !== 'code') return [];
  const reason = reasonOf(entry);
  if (reason === undefined) return [];
  const queues = entry.state === 'deleted' ? facts.readQueues : [...itsQueues(entry, facts)];
  return queues
    .filter(({ id }) => facts.isOn(id, match.code.id))
    .map((queue) => dissociate(entry, match.code, queue, `${reason}, and it is on the queue "${queue.name}".`));
}

function reasonOf({ state, validity, queues }: Matched['entry']): string | undefined {
  if (state === 'deleted') return 'The code is to be deleted';
  if (state === 'retired') return 'The code is retired';
  if (validity === 'notYet') return 'The code is not valid yet';
  if (validity === 'expired') return 'The code is no longer valid';
  return queues?.length === 0 ? 'The code is to be on no queue' : undefined;
}

function itsQueues({ queues = [] }: Matched['entry'], { declared, findQueue }: PlanFacts): ReadonlySet<OrgQueue> {
  const found = [...declared.map(({ queue }) => queue), ...queues.map(findQueue)];
  return new Set(found.flatMap((queue) => (queue.ok ? [queue.value] : [])));
}

/** `DELETE` of one association; the code and the queue stay. */
export function dissociate(
  { name, path }: { readonly name: string; readonly path: string },
  code: Pick<OrgCode, 'id'>,
  { id, name: queueName }: OrgQueue,
  why: string,
): DissociateChange {
  return {
    kind: 'dissociate',
    id: `dissociate:${queueName}:${name}`,
    name,
    path,
    why,
    queue: { id, name: queueName },
    codeId: code.id,
    call: {
      method: 'DELETE',
      path: `/api/v2/routing/queues/${encodeURIComponent(id)}/wrapupcodes/${encodeURIComponent(code.id)}`,
    },
  };
}
