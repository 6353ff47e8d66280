import type { Actor, AuditLog } from '#core/audit/model.ts';
import { heldWords } from '#core/deploy/recover/index.ts';
import type { ApplyProgress, NamedRef } from '#core/deploy/model.ts';
import type { CallOptions, Genesys } from '#core/genesys/index.ts';
import type { Clock, Journal, LockAnswer } from '#core/ports.ts';
import { newApplyId } from '#host/applyId.ts';
import { fileAuditLog } from '#host/auditFile.ts';
import { describeFsError, errorCode } from '#host/fsError.ts';
import { fileJournal } from '#host/journal.ts';
import { fileOrgLock } from '#host/orgLock.ts';
import type { Connection } from './connect.ts';
import { CliError, type CliIo, EXIT } from './io.ts';

/** What the core needs to change an org, or to look up what an earlier apply has changed. */
export interface ApplyParts {
  readonly applyId: string;
  readonly genesys: Genesys;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly audit: AuditLog;
  readonly actor: Actor;
  readonly signal: AbortSignal;
  readonly patience?: AbortSignal;
  readonly onProgress: (step: ApplyProgress) => void;
}

/**
 * Does the work while nobody else on this machine changes the org. The first Ctrl-C lets it end in order. Throws
 * `CliError` where somebody else has the org, or the work fails.
 */
export async function applying<T>(
  connection: Connection,
  org: NamedRef,
  io: CliIo,
  work: (parts: ApplyParts) => Promise<T>,
): Promise<T> {
  const { genesys, progress, actor } = connection;
  const { clock, signal, patience, stateFolder: folder } = io;
  const onStop = (): void => progress.note(STOPPING);
  signal.addEventListener('abort', onStop, { once: true });
  const applyId = newApplyId(clock.now());
  try {
    return await underLock(org, applyId, io, async () =>
      work({
        applyId,
        genesys,
        clock,
        journal: fileJournal(folder, org.id),
        audit: fileAuditLog({ folder, orgId: org.id, clock, onNote: (sentence) => progress.note(sentence) }),
        actor: await actor(),
        signal,
        ...(patience && { patience }),
        onProgress: (step) => progress.show(step),
      }),
    );
  } catch (error) {
    throw connection.explained(error);
  } finally {
    signal.removeEventListener('abort', onStop);
    progress.end();
  }
}

const STOPPING = 'Stopping after the call in flight; what was sent is read back. Interrupt again not to wait for it.';

/** Throws `CliError` that says who has the org, since when, and what to do. */
export async function underLock<T>(org: NamedRef, apply: string, io: CliIo, work: () => Promise<T>): Promise<T> {
  const answer = await takeLock(org, apply, io);
  if (!answer.taken) throw new CliError(heldWords(org, answer.by), EXIT.problems);
  try {
    return await work();
  } finally {
    await answer.release();
  }
}

async function takeLock(org: NamedRef, apply: string, { stateFolder, clock }: CliIo): Promise<LockAnswer> {
  try {
    return await fileOrgLock(stateFolder).take(org.id, { who: 'the command line', apply, since: clock.now() });
  } catch (error) {
    // A lock that nobody can read has a sentence of its own.
    if (errorCode(error) === undefined) throw error;
    throw new CliError(
      `Nothing was sent, because ${stateFolder} cannot be used. ${describeFsError(error)} Journals and locks are kept there: check its rights and the free space.`,
      EXIT.problems,
    );
  }
}

/** For reading: a wait is shown, and Ctrl-C ends it. */
export const readingOptions = ({ progress }: Connection, current: string, { signal }: CliIo): CallOptions => ({
  signal,
  onWait: (waitSeconds) => progress.show({ current, waitSeconds }),
});
