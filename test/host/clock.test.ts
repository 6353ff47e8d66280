import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '#host/clock.ts';

describe('the system clock', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits longer than one timer of Node can', async () => {
    const days = 40 * 24 * 60 * 60 * 1000;
    let woken = false;
    const slept = (async () => {
      await systemClock.sleep(days);
      woken = true;
    })();
    await vi.advanceTimersByTimeAsync(days - 1);
    expect(woken).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await slept;
    expect(woken).toBe(true);
  });

  it('ends a wait with the reason of its signal and leaves no timer behind', async () => {
    const controller = new AbortController();
    const slept = systemClock.sleep(60_000, controller.signal);
    controller.abort('enough');
    await expect(slept).rejects.toBe('enough');
    await expect(systemClock.sleep(1, controller.signal)).rejects.toBe('enough');
    expect(vi.getTimerCount()).toBe(0);
  });
});
