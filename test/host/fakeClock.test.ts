import { describe, expect, it } from 'vitest';
import { fakeClock, manualClock, TEST_INSTANT } from '../support/fakeClock.ts';

describe('the clock that tests share', () => {
  it('jumps over each wait, sleepers waking in order of their instants', async () => {
    const clock = fakeClock();
    const woken: string[] = [];
    const nap = async (name: string, ms: number): Promise<void> => {
      await clock.sleep(ms);
      woken.push(`${name} at ${clock.now() - TEST_INSTANT}`);
    };
    const naps = [nap('long', 60_000), nap('short', 1_000), nap('none', 0)];
    expect(clock.waiting).toBe(3);
    await Promise.all(naps);
    expect(woken).toEqual(['none at 0', 'short at 1000', 'long at 60000']);
    expect(clock.waiting).toBe(0);
    expect(clock.sleeps).toEqual([60_000, 1_000, 0]);
  });

  it('stands still until it is told, and wakes a chain of sleeps on the way', async () => {
    const clock = manualClock(0);
    const seen: number[] = [];
    const ticking = (async () => {
      for (let i = 0; i < 3; i++) {
        await clock.sleep(10);
        seen.push(clock.now());
      }
    })();
    await clock.advance(9);
    expect(seen).toEqual([]);
    await clock.advance(12);
    expect(seen).toEqual([10, 20]);
    expect(clock.now()).toBe(21);
    await clock.advance(9);
    await ticking;
    expect(seen).toEqual([10, 20, 30]);
  });

  it('rejects with the reason of the signal, before and during the wait', async () => {
    const clock = manualClock(0);
    await expect(clock.sleep(5, AbortSignal.abort('stopped'))).rejects.toBe('stopped');
    const controller = new AbortController();
    const slept = clock.sleep(5, controller.signal);
    controller.abort('changed my mind');
    await expect(slept).rejects.toBe('changed my mind');
    expect(clock.waiting).toBe(0);
  });
});
