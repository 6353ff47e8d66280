import { describe, nextTurn, type Runner } from './runner.ts';

/** Work that nobody waits for, in pieces that let every request pass. */
export interface Background {
  /** A failure is logged, and ends nothing but this work. Resolves when it has ended. */
  start(name: string, work: () => Promise<void>): Promise<void>;
  /** Resolves when the next piece may be done: nothing is asked, and no other piece is done in this turn. */
  turn(): Promise<void>;
  /** For somebody who does wait: until then, requests and the background take turns. */
  hurry(work: Promise<void>): Promise<void>;
  /** Resolves when all that was started has ended. */
  settled(): Promise<void>;
}

export function createBackground(runner: Runner, logError: (message: string) => void): Background {
  const running = new Set<Promise<void>>();
  let last = Promise.resolve();
  let hurried = 0;
  let wake: () => void = () => undefined;
  const mayGoOn = async (): Promise<void> => {
    await nextTurn();
    if (hurried > 0) return;
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await Promise.race([runner.idle(), woken]);
  };
  return {
    start(name, work) {
      const ended = work()
        .catch((error: unknown) => logError(`${name} failed: ${describe(error)}`))
        .finally(() => running.delete(ended));
      running.add(ended);
      return ended;
    },
    turn() {
      last = last.then(mayGoOn);
      return last;
    },
    async hurry(work) {
      hurried++;
      wake();
      await work.finally(() => hurried--);
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
