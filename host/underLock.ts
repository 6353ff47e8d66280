import type { Clock } from '#core/ports.ts';
import { fileOrgLock } from './orgLock.ts';

const PAUSE_MS = 20;
const PATIENCE_MS = 30_000;

export interface FileLockOptions {
  /** The state folder. */
  readonly folder: string;
  /** What it is a lock of; no org's id. */
  readonly name: string;
  readonly clock: Clock;
}

/** Does something while no other process of this machine does the same. Rejects where the lock cannot be had in half a minute. */
export async function underLock<T>(options: FileLockOptions, action: () => Promise<T>): Promise<T> {
  const { name, clock } = options;
  const deadline = clock.now() + PATIENCE_MS;
  for (;;) {
    const done = await ifUnlocked(options, action);
    if (done.ran) return done.value;
    if (clock.now() >= deadline) throw new Error(`${done.by} has had "${name}" for too long. End it, then try again.`);
    await clock.sleep(PAUSE_MS);
  }
}

export type UnderLock<T> = { readonly ran: true; readonly value: T } | { readonly ran: false; readonly by: string };

/** The same without waiting: says who has the lock where somebody has. */
export async function ifUnlocked<T>(
  { folder, name, clock }: FileLockOptions,
  action: () => Promise<T>,
): Promise<UnderLock<T>> {
  const answer = await fileOrgLock(folder).take(name, { who: 'Wrapsmith', apply: '', since: clock.now() });
  if (!answer.taken) return { ran: false, by: answer.by.who };
  try {
    return { ran: true, value: await action() };
  } finally {
    await answer.release();
  }
}
