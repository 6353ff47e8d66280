/** Sends a write, and looks at the org before anything else where nobody can say what became of it. */
import type { Failure } from '../../genesys/error.ts';
import type { CallOptions } from '../../genesys/index.ts';
import type { ReadBack } from './readBack.ts';
import { readBack } from './readBack.ts';
import type { Action, Request, Run } from './run.ts';
import type { Sent } from './sent.ts';

/** What the org shows of a write. */
export type Look<T> =
  | { readonly kind: 'asAsked'; readonly value: T }
  /** As it was before: the write has not happened, or reads do not show it yet. */
  | { readonly kind: 'asBefore' }
  /** Neither: `message` says what is there and what to do. */
  | { readonly kind: 'otherwise'; readonly message: string };

export interface SureWrite<T> {
  readonly what: Request;
  readonly action: Action<T>;
  /** Reads the org; throws `GenesysError`. */
  readonly look: (options: CallOptions) => Promise<Look<T>>;
  /** The id of what was made. */
  readonly idOf?: (value: T) => string;
  /** A refusal after which the org may be as asked all the same, for example a name that is taken by the code itself. */
  readonly doubts?: (failure: Failure) => boolean;
  /** What to say after such a refusal where the org is as it was before, if it is not the usual. */
  readonly refusedWords?: (failure: Failure) => string | undefined;
}

/**
 * A lost answer is never followed by another try until the org was looked at. As asked: it is done. Otherwise: it
 * failed. As before, after the pauses for lists that lag: it is sent once more, and if that is lost too, it stays in
 * doubt. Where the org cannot be read, the run ends. Never throws.
 */
export async function sendSurely<T>(run: Run, write: SureWrite<T>): Promise<Sent<T>> {
  const first = await run.send(write.what, write.action, write.idOf);
  if (first.state === 'failed' && first.failure !== undefined && write.doubts?.(first.failure) === true)
    return afterDoubt(run, write, first, first.failure);
  if (first.state !== 'lost') return first;
  const look = await lookAt(run, write);
  if (!look.ok) return endRun(run, first, look.why);
  if (look.value.kind !== 'asBefore') return settled(look.value, first);
  const second = await run.send(write.what, write.action, write.idOf);
  if (second.state === 'accepted') return second;
  if (second.state === 'notSent') return first;
  // The first may have arrived late, and be the cause of the second one's refusal.
  const again = await lookAt(run, write);
  if (!again.ok) return endRun(run, first, again.why);
  return again.value.kind === 'asBefore' ? first : settled(again.value, first);
}

type Lost = Sent<never> & { readonly state: 'lost' };
type Failed = Sent<never> & { readonly state: 'failed' };

async function afterDoubt<T>(run: Run, write: SureWrite<T>, refused: Failed, failure: Failure): Promise<Sent<T>> {
  const look = await lookAt(run, write);
  if (!look.ok) return refused;
  const seen = look.value;
  if (seen.kind === 'asAsked') return { state: 'already', value: seen.value };
  const message = seen.kind === 'otherwise' ? seen.message : (write.refusedWords?.(failure) ?? refused.message);
  return { ...refused, message };
}

function lookAt<T>(run: Run, { look, what }: SureWrite<T>): Promise<ReadBack<Look<T>>> {
  run.progress(what.name, 0);
  return readBack(run, look, ({ kind }) => kind !== 'asBefore');
}

/** An org that answers neither a write nor a read is not written to any further. */
function endRun(run: Run, lost: Lost, why: string): Lost {
  run.stop(why);
  return lost;
}

function settled<T>(look: Exclude<Look<T>, { kind: 'asBefore' }>, lost: Lost): Sent<T> {
  const { failure, latencyMs } = lost;
  const timed = latencyMs === undefined ? {} : { latencyMs };
  if (look.kind === 'otherwise') return { state: 'failed', failure, message: look.message, ...timed };
  const { correlationId } = failure;
  return { state: 'accepted', value: look.value, ...(correlationId === undefined ? {} : { correlationId }), ...timed };
}
