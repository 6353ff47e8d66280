/** Puts codes on queues, at most 100 in a call, then lists each queue's codes to see what is there. */
import { CODES_PER_QUEUE_CALL } from '../../contract/limits.ts';
import type { AssociateChange, ChangeResult, NamedRef } from '../model.ts';
import { groupBy } from '../names.ts';
import type { CodeOutcome } from './codes.ts';
import type { ReadBack } from './readBack.ts';
import { notSeenWords, readBack } from './readBack.ts';
import type { Run, Sent } from './run.ts';

interface Ready {
  readonly change: AssociateChange;
  readonly codeId: string;
}

/** One result per change, by the change's id. `creates` are the outcomes of this run's creates, by the code's name. */
export async function applyAssociations(
  run: Run,
  changes: readonly AssociateChange[],
  creates: ReadonlyMap<string, CodeOutcome>,
): Promise<ReadonlyMap<string, ChangeResult>> {
  const results = new Map<string, ChangeResult>();
  const ready: Ready[] = [];
  for (const change of changes) {
    const codeId = change.codeId ?? creates.get(change.name)?.codeId;
    if (codeId === undefined)
      results.set(change.id, { change, outcome: 'not attempted', message: missingCode(creates.get(change.name)) });
    else ready.push({ change, codeId });
  }
  for (const group of groupBy(ready, ({ change }) => change.queue.id).values()) {
    const [first] = group;
    if (first === undefined) continue;
    for (const result of await applyToQueue(run, first.change.queue, group)) results.set(result.change.id, result);
  }
  return results;
}

function missingCode(create: CodeOutcome | undefined): string {
  return create?.result.outcome === 'unknown'
    ? 'It is not known whether its code was created. Push again to find out and finish.'
    : 'Its code was not created. Push again to finish.';
}

async function applyToQueue(run: Run, queue: NamedRef, ready: readonly Ready[]): Promise<readonly ChangeResult[]> {
  const sent = new Map<Ready, Sent>();
  for (let start = 0; start < ready.length; start += CODES_PER_QUEUE_CALL) {
    const batch = ready.slice(start, start + CODES_PER_QUEUE_CALL);
    const answer = await sendBatch(run, queue, batch);
    for (const one of batch) sent.set(one, answer);
    run.progress(queue.name, answer.state === 'notSent' ? 0 : batch.length);
  }
  const inDoubt = ready.filter((one) => ['accepted', 'lost'].includes(sent.get(one)?.state ?? ''));
  const seen = await readQueue(run, queue, inDoubt);
  return ready.map((one) => judge(run, one, sent.get(one), seen));
}

function sendBatch(run: Run, queue: NamedRef, batch: readonly Ready[]): Promise<Sent> {
  const ids = batch.map(({ codeId }) => codeId);
  const [first] = batch;
  const call = { method: 'POST', path: first?.change.call.path ?? '', body: ids.map((id) => ({ id })) } as const;
  const changes = batch.map(({ change }) => change.id);
  return run.send({ changes, name: queue.name, call, kind: call.path }, (options) =>
    run.request.genesys.queueWrapupCodes.add(queue.id, ids, options),
  );
}

async function readQueue(run: Run, queue: NamedRef, asked: readonly Ready[]): Promise<ReadBack<ReadonlySet<string>>> {
  if (asked.length === 0) return { ok: true, value: new Set() };
  run.progress(`Reading back the queue ${queue.name}`, 0);
  return readBack(
    run,
    async (options) =>
      new Set((await run.request.genesys.queueWrapupCodes.list(queue.id, options)).map(({ id }) => id)),
    (ids) => asked.every(({ codeId }) => ids.has(codeId)),
  );
}

function judge(
  run: Run,
  { change, codeId }: Ready,
  sent: Sent | undefined,
  seen: ReadBack<ReadonlySet<string>>,
): ChangeResult {
  if (sent === undefined || sent.state === 'notSent') {
    return {
      change,
      outcome: 'not attempted',
      message: sent?.message ?? 'The run ended before it was sent. Push again to finish.',
    };
  }
  const correlationId = sent.state === 'accepted' ? sent.correlationId : sent.failure.correlationId;
  const reference = correlationId === undefined ? {} : { correlationId };
  if (sent.state === 'failed') return { change, outcome: 'failed', message: sent.message, ...reference };
  if (seen.ok && seen.value.has(codeId)) return { change, outcome: 'done', ...reference };
  return { change, outcome: 'unknown', message: unknownWords(run, sent, seen), ...reference };
}

function unknownWords(run: Run, sent: Sent, seen: ReadBack<unknown>): string {
  if (sent.state === 'lost')
    return run.explain(sent.failure, notSeenWords(seen, "The queue's list does not show the code."));
  if (!seen.ok)
    return `The org accepted it, but the queue could not be read afterwards. ${seen.why} Push again to see whether it was done.`;
  return "The org accepted it, but the queue's list does not show the code yet. Push again in a minute to see whether it was done.";
}
