/** What became of one change: what was sent, and what the org showed afterwards. */
import type { ChangeResult, Write } from '../model.ts';
import type { ReadBack } from './readBack.ts';
import { notSeenWords } from './readBack.ts';
import type { Run } from './run.ts';
import type { Sent } from './sent.ts';
import { NOT_ATTEMPTED, correlationOf } from './sent.ts';

/** A change's result with what only the journal and the trail tell. */
export interface Settled {
  readonly result: ChangeResult & { readonly change: Write };
  /** The code's id, where it is certain that the code exists. */
  readonly codeId?: string;
  readonly latencyMs?: number;
}

export const notAttempted = (change: Write, message: string = NOT_ATTEMPTED): Settled => ({
  result: { change, outcome: 'not attempted', message },
});

/** What a look at the org has shown of one change. */
export interface Evidence {
  readonly seen: ReadBack<unknown>;
  readonly isThere: boolean;
  /** For a lost answer, for example `The queue's list does not show the code.` */
  readonly notSeen: string;
}

/** `done` is only what was seen. */
export function judge(run: Run, change: Write, sent: Sent | undefined, evidence: Evidence): Settled {
  if (sent === undefined || sent.state === 'notSent') return notAttempted(change, sent?.message);
  const correlationId = correlationOf(sent);
  const reference = correlationId === undefined ? {} : { correlationId };
  const timed = sent.state === 'already' || sent.latencyMs === undefined ? {} : { latencyMs: sent.latencyMs };
  if (sent.state === 'failed')
    return { result: { change, outcome: 'failed', message: sent.message, ...reference }, ...timed };
  if (evidence.seen.ok && evidence.isThere) {
    const note = sent.state === 'already' ? { message: ALREADY } : {};
    return { result: { change, outcome: 'done', ...note, ...reference }, ...timed };
  }
  const message = unknownWords(run, sent, evidence);
  return { result: { change, outcome: 'unknown', message, ...reference }, ...timed };
}

const ALREADY = 'The org had it already.';

function unknownWords(run: Run, sent: Sent, { seen, notSeen }: Evidence): string {
  if (sent.state === 'lost') return run.explain(sent.failure, notSeenWords(seen, notSeen));
  if (!seen.ok)
    return `The org accepted it, but could not be read afterwards. ${seen.why} Push again to see whether it was done.`;
  return `The org accepted it, but this cannot be seen yet. ${notSeen} Push again in a minute to see whether it was done.`;
}
