/**
 * Keeps the use of a token to a share of the rate that the org allows, so that a 429 is the exception and others who use
 * the same token find room.
 */
import type { Clock } from '../ports.ts';
import { countdown } from './countdown.ts';
import { resetSeconds } from './retryAfter.ts';

export interface Pacer {
  /**
   * Waits while the share is used up, and then counts a request as sent; rejects with the signal's reason when aborted.
   * Each one that was let through ends in `after` or `lost`.
   */
  before(tell: (secondsLeft: number) => void, signal: AbortSignal | undefined): Promise<void>;
  /** Learns from the rate-limit headers of an answer that was not a 429 itself. */
  after(headers: Headers): void;
  /** The request got no answer, or one that says nothing about the window. */
  lost(): void;
}

type Headers = Readonly<Record<string, string>>;

/** The rest is for the same person's other windows, the admin UI among them. */
export const DEFAULT_RATE_SHARE = 0.8;

/** Two answers whose windows end within this time are of one window: the reset is told in whole seconds. */
const SAME_WINDOW_MS = 1500;

interface Window {
  /** Requests of everybody who uses the token. What is left of a fraction goes to the next window after a full one. */
  readonly budget: number;
  /** As the org counts, others' requests included. */
  readonly count: number;
  readonly until: number;
  /** From now to `until`, when it was told. */
  readonly ms: number;
  /** False for a window that follows another and that no answer has told of yet. */
  readonly told: boolean;
}

/**
 * The published headers are `inin-ratelimit-count`, `inin-ratelimit-allowed` and `inin-ratelimit-reset` (seconds). Some
 * endpoints have a limit of their own: each allowed rate is a window of its own, and all of them are kept to.
 * `share` is asked for each window, and one that is not above 0 and at most 1 is the default. A window lets at least one
 * request through, since only an answer tells of the next.
 */
export function createPacer(clock: Clock, share: () => number = () => DEFAULT_RATE_SHARE): Pacer {
  const budgetOf = (allowed: number): number => allowed * saneShare(share());
  const windows = new Map<number, Window>();
  let inFlight = 0;

  /** What a window that ended has left over goes to the next one; one that nobody was told of twice is forgotten. */
  const endWindow = (allowed: number, window: Window): void => {
    if (window.told) windows.set(allowed, following(budgetOf(allowed), window, clock.now()));
    else windows.delete(allowed);
  };
  const full = (): readonly (readonly [allowed: number, window: Window])[] => {
    for (const [allowed, window] of windows) if (window.until <= clock.now()) endWindow(allowed, window);
    return [...windows].filter(([, { count, budget }]) => count + inFlight >= whole(budget));
  };

  return {
    async before(tell, signal) {
      for (let [next] = full(); next !== undefined; [next] = full()) {
        const [allowed, window] = next;
        // A clock that was put back makes no wait longer.
        await countdown(clock, Math.min(window.until - clock.now(), window.ms), tell, signal);
        if (windows.get(allowed) === window) endWindow(allowed, window);
      }
      inFlight++;
    },
    after(headers) {
      inFlight--;
      const told = readHeaders(headers);
      if (told === undefined) return;
      const now = clock.now();
      const seen = { count: told.count, until: now + told.resetMs, ms: told.resetMs, told: true };
      const known = windows.get(told.allowed);
      windows.set(told.allowed, { ...seen, budget: budgetOf(told.allowed), ...carriedOver(known, seen, now) });
    },
    lost() {
      inFlight--;
    },
  };
}

/** What stays of the window that is known, when an answer tells of one. */
function carriedOver(known: Window | undefined, seen: Omit<Window, 'budget'>, now: number): Partial<Window> {
  if (known === undefined || (known.told && (now >= known.until || seen.until > known.until + SAME_WINDOW_MS)))
    return {};
  if (!known.told) return { budget: known.budget };
  // Answers may arrive in another order than they were counted in.
  return { budget: known.budget, count: Math.max(known.count, seen.count), until: Math.min(known.until, seen.until) };
}

/** The window after one that ended; how long it lasts is not known before an answer tells. */
const following = (budget: number, { budget: last, count, ms }: Window, now: number): Window => ({
  budget: budget + (count < whole(last) ? 0 : Math.max(0, last - whole(last))),
  count: 0,
  until: now + ms,
  ms,
  told: false,
});

const saneShare = (share: number): number => (share > 0 && share <= 1 ? share : DEFAULT_RATE_SHARE);

const whole = (budget: number): number => Math.max(1, Math.floor(budget));

function readHeaders(headers: Headers) {
  const count = Number(headers['inin-ratelimit-count'] ?? Number.NaN);
  const allowed = Number(headers['inin-ratelimit-allowed'] ?? Number.NaN);
  const reset = resetSeconds(headers);
  if (reset === undefined || !(allowed > 0) || !(count >= 0)) return undefined;
  return { count, allowed, resetMs: Math.max(1, reset) * 1000 };
}
