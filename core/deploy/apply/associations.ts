/** Puts codes on queues, at most 100 in a call, then lists each queue's codes to see what is there. */
import { CODES_PER_QUEUE_CALL } from '../../contract/limits.ts';
import type { AssociateChange, NamedRef } from '../model.ts';
import { groupBy } from '../names.ts';
import { listQueue } from './members.ts';
import type { Settled } from './outcome.ts';
import { judge } from './outcome.ts';
import { LAG_PAUSES, pause } from './readBack.ts';
import type { Look } from './resolve.ts';
import { sendSurely } from './resolve.ts';
import type { Run } from './run.ts';
import type { Sent } from './sent.ts';
import { mayBeThere } from './sent.ts';
import { type Made, type WithCode, withCodes } from './made.ts';

type Ready = WithCode<AssociateChange>;

/** One result per change. `made` are this run's creates. */
export async function applyAssociations(
  run: Run,
  changes: readonly AssociateChange[],
  made: Made,
): Promise<readonly Settled[]> {
  const { ready, stuck } = withCodes(changes, made);
  const settled: Settled[] = [];
  for (const group of groupBy(ready, ({ change }) => change.queue.id).values()) {
    const [first] = group;
    if (first !== undefined) settled.push(...(await applyToQueue(run, first.change.queue, group)));
  }
  return [...stuck, ...settled];
}

async function applyToQueue(run: Run, queue: NamedRef, ready: readonly Ready[]): Promise<readonly Settled[]> {
  const sent = new Map<Ready, Sent>();
  for (let start = 0; start < ready.length; start += CODES_PER_QUEUE_CALL) {
    const batch = ready.slice(start, start + CODES_PER_QUEUE_CALL);
    const answer = await sendBatch(run, queue, batch);
    for (const one of batch) sent.set(one, answer);
    run.progress(queue.name, answer.state === 'notSent' ? 0 : batch.length);
  }
  const inDoubt = ready.filter((one) => mayBeThere(sent.get(one)));
  const seen = await listQueue(run, queue, inDoubt.length, (ids) => inDoubt.every(({ codeId }) => ids.has(codeId)));
  return ready.map((one) => ({
    ...judge(run, one.change, sent.get(one), {
      seen,
      isThere: seen.ok && seen.value.has(one.codeId),
      notSeen: "The queue's list does not show the code.",
    }),
    codeId: one.codeId,
  }));
}

/** A code that was made by this run may not be known to the queues for some seconds: 404, and nothing was added. */
async function sendBatch(run: Run, queue: NamedRef, batch: readonly Ready[]): Promise<Sent> {
  const isFresh = batch.some(({ change }) => change.codeId === undefined);
  let sent = await sendOnce(run, queue, batch);
  for (const ms of isFresh ? LAG_PAUSES : []) {
    if (sent.state !== 'failed' || sent.failure?.kind !== 'notFound' || !(await pause(run, ms))) break;
    const again = await sendOnce(run, queue, batch);
    if (again.state === 'notSent') break;
    sent = again;
  }
  return sent;
}

function sendOnce(run: Run, queue: NamedRef, batch: readonly Ready[]): Promise<Sent> {
  const { queueWrapupCodes } = run.request.genesys;
  const ids = batch.map(({ codeId }) => codeId);
  const [first] = batch;
  const call = { method: 'POST', path: first?.change.call.path ?? '', body: ids.map((id) => ({ id })) } as const;
  return sendSurely(run, {
    what: { changes: batch.map(({ change }) => change.id), name: queue.name, call, kind: call.path },
    action: (options) => queueWrapupCodes.add(queue.id, ids, options),
    look: async (options): Promise<Look<undefined>> => {
      const there = new Set((await queueWrapupCodes.list(queue.id, options)).map(({ id }) => id));
      return ids.every((id) => there.has(id)) ? { kind: 'asAsked', value: undefined } : { kind: 'asBefore' };
    },
  });
}
