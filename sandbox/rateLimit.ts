/**
 * Requests a minute for each token. The window is fixed and starts with a token's first request (inferred:
 * only the count, the allowance and the seconds to the reset are published).
 */
import type { Clock } from './clock.ts';

export const windowSeconds = 60;

export interface RateState {
  readonly count: number;
  readonly allowed: number;
  /** Whole seconds until the window starts again, at least 1. */
  readonly resetSeconds: number;
  readonly exceeded: boolean;
}

export interface RateLimiter {
  /** Counts one request of a token. */
  take(token: string): RateState;
}

export function createRateLimiter(clock: Clock, allowed: number): RateLimiter {
  const windows = new Map<string, { startedAt: number; count: number }>();
  return {
    take(token) {
      const now = clock.now();
      let window = windows.get(token);
      if (!window || now - window.startedAt >= windowSeconds * 1000) {
        window = { startedAt: now, count: 0 };
        windows.set(token, window);
      }
      window.count += 1;
      const left = window.startedAt + windowSeconds * 1000 - now;
      return {
        count: window.count,
        allowed,
        resetSeconds: Math.max(1, Math.ceil(left / 1000)),
        exceeded: window.count > allowed,
      };
    },
  };
}

export function rateHeaders(state: RateState): Record<string, string> {
  return {
    'inin-ratelimit-count': String(state.count),
    'inin-ratelimit-allowed': String(state.allowed),
    'inin-ratelimit-reset': String(state.resetSeconds),
  };
}
