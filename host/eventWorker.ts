import { deliverDue, type DeliveryParts, type Round } from '#core/events/deliver.ts';
import { deliveryLock } from './eventDelivery.ts';
import { ifUnlocked } from './underLock.ts';

export interface EventWorkerOptions {
  /** The state folder. */
  readonly folder: string;
  readonly parts: Omit<DeliveryParts, 'signal' | 'until'>;
  readonly onRound: (round: Round) => void;
  readonly onError: (error: unknown) => void;
}

export interface EventWorker {
  /** There may be something to deliver: begins, or looks again at once. */
  wake(): void;
  /** Ends the attempt in flight, which then does not count. */
  dispose(): void;
}

/** While another process of this machine delivers, or the disk refuses, it looks again after this time. */
const LOOK_AGAIN_MS = 60_000;

/**
 * Delivers in the background, round after round, and rests when nothing waits. The lock is held for a round only, so that
 * several windows and the command line take turns.
 */
export function eventWorker({ folder, parts, onRound, onError }: EventWorkerOptions): EventWorker {
  const { clock } = parts;
  const ended = new AbortController();
  let rest = new AbortController();
  let isAwake = false;
  let isAsked = false;

  /** When to go on, in ms since the epoch; undefined where nothing waits. */
  const round = async (): Promise<number | undefined> => {
    const done = await ifUnlocked(deliveryLock(folder, clock), () => deliverDue({ ...parts, signal: ended.signal }));
    if (!done.ran) return clock.now() + LOOK_AGAIN_MS;
    onRound(done.value);
    return done.value.nextAt;
  };
  const safeRound = (): Promise<number | undefined> =>
    round().catch((error: unknown) => {
      onError(error);
      return clock.now() + LOOK_AGAIN_MS;
    });
  const work = async (): Promise<void> => {
    while (isAsked && !ended.signal.aborted) {
      isAsked = false;
      // From here on, so that whoever wakes it in the middle of a round ends the wait after it.
      rest = new AbortController();
      const next = await safeRound();
      if (next === undefined) continue;
      isAsked = true;
      const woken = AbortSignal.any([ended.signal, rest.signal]);
      await clock.sleep(Math.max(0, next - clock.now()), woken).catch(() => undefined);
    }
    isAwake = false;
  };

  return {
    wake() {
      isAsked = true;
      rest.abort();
      if (isAwake || ended.signal.aborted) return;
      isAwake = true;
      void work();
    },
    dispose: () => ended.abort(),
  };
}
