/**
 * Clocks for tests: time is a number that only sleeping (or the test) moves, so that a minute of
 * rate limit costs nothing and the same run gives the same instants.
 */
import type { Clock } from '#core/ports.ts';

export interface FakeClock extends Clock {
  /** Each wait that was asked for, in ms, in the order of asking. */
  readonly sleeps: readonly number[];
  /** Sleepers that have not been woken yet. */
  readonly waiting: number;
  /** Moves time by `ms`, waking every sleeper on the way at its own instant, in order. */
  advance(ms: number): Promise<void>;
}

/** 2026-11-20T12:00:00Z, a Friday. */
export const TEST_INSTANT = Date.UTC(2026, 10, 20, 12);

/**
 * Time jumps to the next sleeper as soon as nothing else can run: the microtask queue is empty and one turn of
 * the event loop has passed. A request on a real socket does not hold it back, so a sleep that
 * stands for a request's timeout needs `manualClock`.
 */
export function fakeClock(start: number = TEST_INSTANT): FakeClock {
  const clock = manualClock(start);
  let scheduled = false;
  const jump = (): void => {
    scheduled = false;
    clock.wakeNext();
    if (clock.waiting > 0) schedule();
  };
  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(jump);
  };
  return {
    sleeps: clock.sleeps,
    get waiting() {
      return clock.waiting;
    },
    now: () => clock.now(),
    advance: (ms) => clock.advance(ms),
    sleep(ms, signal) {
      const slept = clock.sleep(ms, signal);
      schedule();
      return slept;
    },
  };
}

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

export interface ManualClock extends FakeClock {
  /** Moves time to the earliest sleeper and wakes it and all that are due at the same instant. */
  wakeNext(): void;
}

/** Time stands still until the test calls `advance` or `wakeNext`. */
export function manualClock(start: number = TEST_INSTANT): ManualClock {
  let now = start;
  let sleepers: readonly Sleeper[] = [];
  const sleeps: number[] = [];
  const wakeUntil = (instant: number): void => {
    now = Math.max(now, instant);
    const due = sleepers.filter((sleeper) => sleeper.due <= now);
    sleepers = sleepers.filter((sleeper) => sleeper.due > now);
    for (const sleeper of due) sleeper.wake();
  };
  const nextDue = (): number => Math.min(...sleepers.map((sleeper) => sleeper.due));
  return {
    sleeps,
    get waiting() {
      return sleepers.length;
    },
    now: () => now,
    sleep(ms, signal) {
      sleeps.push(ms);
      return new Promise<void>((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const onAbort = (): void => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          due: now + Math.max(0, ms),
          wake: () => {
            signal?.removeEventListener('abort', onAbort);
            resolve();
          },
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        sleepers = [...sleepers, sleeper];
      });
    },
    wakeNext() {
      if (sleepers.length > 0) wakeUntil(nextDue());
    },
    async advance(ms) {
      const end = now + ms;
      while (nextDue() <= end) {
        wakeUntil(nextDue());
        await turn();
      }
      now = Math.max(now, end);
      await turn();
    },
  };
}

/** One turn of the event loop: what was woken has run, and may sleep again. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
