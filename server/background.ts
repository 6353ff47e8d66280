import { describe, nextTurn, type Runner } from './runner.ts';

/** Work that nobody waits for, in pieces that let every request pass. */
export interface Background {
  /** A failure is logged, and ends nothing but this work. */
  start(name: string, work: () => Promise<void>): void;
  /** Resolves when the next piece may be done: nothing is asked, and no other piece is done in this turn. */
  turn(): Promise<void>;
  /** Resolves when all that was started has ended. */
  settled(): Promise<void>;
}

export function createBackground(runner: Runner, logError: (message: string) => void): Background {
  const running = new Set<Promise<void>>();
  let last = Promise.resolve();
  return {
    start(name, work) {
      const ended = work()
        .catch((error: unknown) => logError(`${name} failed: ${describe(error)}`))
        .finally(() => running.delete(ended));
      running.add(ended);
    },
    turn() {
      last = last.then(nextTurn).then(() => runner.idle());
      return last;
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
