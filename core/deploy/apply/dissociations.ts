/** Takes codes off queues, one in a call, then lists each queue's codes to see that they are gone. */
import type { DissociateChange, NamedRef } from '../model.ts';
import { groupBy } from '../names.ts';
import { listQueue } from './members.ts';
import type { Settled } from './outcome.ts';
import { judge } from './outcome.ts';
import type { Look } from './resolve.ts';
import { sendSurely } from './resolve.ts';
import type { Run } from './run.ts';
import type { Sent } from './sent.ts';
import { mayBeThere } from './sent.ts';

export async function applyDissociations(run: Run, changes: readonly DissociateChange[]): Promise<readonly Settled[]> {
  const settled: Settled[] = [];
  for (const group of groupBy(changes, ({ queue }) => queue.id).values()) {
    const [first] = group;
    if (first !== undefined) settled.push(...(await takeOff(run, first.queue, group)));
  }
  return settled;
}

async function takeOff(run: Run, queue: NamedRef, changes: readonly DissociateChange[]): Promise<readonly Settled[]> {
  const sent = new Map<DissociateChange, Sent>();
  for (const change of changes) {
    const answer = await sendOne(run, change);
    sent.set(change, answer);
    run.progress(queue.name, answer.state === 'notSent' ? 0 : 1);
  }
  const inDoubt = changes.filter((change) => mayBeThere(sent.get(change)));
  const seen = await listQueue(run, queue, inDoubt.length, (ids) => inDoubt.every(({ codeId }) => !ids.has(codeId)));
  return changes.map((change) => ({
    ...judge(run, change, sent.get(change), {
      seen,
      isThere: seen.ok && !seen.value.has(change.codeId),
      notSeen: "The queue's list still shows the code.",
    }),
    codeId: change.codeId,
  }));
}

/** 404 may mean that the code is off already, or that there is no such queue: the queue's list tells. */
function sendOne(run: Run, { id, codeId, queue, call }: DissociateChange): Promise<Sent> {
  const { queueWrapupCodes } = run.request.genesys;
  return sendSurely(run, {
    what: { changes: [id], name: queue.name, call, kind: `DELETE from ${queue.id}` },
    action: (options) => queueWrapupCodes.remove(queue.id, codeId, options),
    look: async (options): Promise<Look<undefined>> => {
      const isOn = (await queueWrapupCodes.list(queue.id, options)).some((code) => code.id === codeId);
      return isOn ? { kind: 'asBefore' } : { kind: 'asAsked', value: undefined };
    },
    doubts: ({ kind }) => kind === 'notFound',
  });
}
