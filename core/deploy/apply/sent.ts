/** What is known of one write right after it was sent, before anything is read back. */
import type { Failure } from '../../genesys/error.ts';

export type Sent<T = unknown> =
  | ({ readonly state: 'accepted'; readonly value: T; readonly correlationId?: string } & Timed)
  /** The org has it as asked though this run did not send it, or nobody knows whether this run did. */
  | { readonly state: 'already'; readonly value: T }
  /** The org refused it, or it was not sent because the org is not as the plan saw it: it has certainly not happened. */
  | ({ readonly state: 'failed'; readonly failure?: Failure; readonly message: string } & Timed)
  /** It may or may not have happened. */
  | ({ readonly state: 'lost'; readonly failure: Failure; readonly message: string } & Timed)
  | { readonly state: 'notSent'; readonly message: string };

interface Timed {
  /** From sending to the answer, in ms. */
  readonly latencyMs?: number;
}

export const NOT_ATTEMPTED = 'The run ended before it was sent. Push again to finish.';

/** What makes a list worth reading. */
export const mayBeThere = (sent: Sent | undefined): boolean =>
  sent?.state === 'accepted' || sent?.state === 'lost' || sent?.state === 'already';

export const correlationOf = (sent: Sent): string | undefined => {
  if (sent.state === 'accepted') return sent.correlationId;
  return sent.state === 'failed' || sent.state === 'lost' ? sent.failure?.correlationId : undefined;
};
