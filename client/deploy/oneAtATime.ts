import { cutOffWords, foundWords, heldWords, isCutOff, lastApply, reconcile } from '#core/deploy/recover/index.ts';
import type { AuditLog } from '#core/audit/model.ts';
import type { NamedRef } from '#core/deploy/model.ts';
import type { CallOptions, Genesys } from '#core/genesys/index.ts';
import type { Clock, Journal, Logger } from '#core/ports.ts';
import { fileJournalReader } from '#host/journalReader.ts';
import { fileOrgLock } from '#host/orgLock.ts';
import { UserError } from '../errors.ts';

export interface PushPlace {
  /** Where journals and locks are, for all windows and the command line of this machine. */
  readonly folder: string;
  readonly org: NamedRef;
  readonly applyId: string;
  readonly clock: Clock;
}

/** Throws a `UserError` that says who else changes the org now, since when, and what to do. */
export async function underOrgLock<T>(place: PushPlace, work: () => Promise<T>): Promise<T> {
  const { folder, org, applyId, clock } = place;
  const holder = { who: 'a window of the editor', apply: applyId, since: clock.now() };
  const answer = await fileOrgLock(folder).take(org.id, holder);
  if (!answer.taken) throw new UserError(heldWords(org, answer.by));
  try {
    return await work();
  } finally {
    await answer.release();
  }
}

export interface LookUpParts {
  readonly genesys: Genesys;
  readonly journal: Journal;
  readonly audit: AuditLog;
  readonly logger: Pick<Logger, 'warn'>;
  readonly options: CallOptions;
}

/**
 * Where the last push to the org was cut off, finds out what became of it before the next one, so that journal and trail
 * tell it. The org is only read. Call it under the lock. Throws `GenesysError`.
 */
export async function lookUpLast({ folder, org, clock }: PushPlace, parts: LookUpParts): Promise<void> {
  const last = await lastApply(fileJournalReader(folder), org.id);
  if (last === undefined || !isCutOff(last) || last.story.writes.length === 0) return;
  const { genesys, journal, audit, logger, options } = parts;
  logger.warn(cutOffWords(last));
  const { applyId, records } = last;
  const found = await reconcile({ genesys, clock, journal, audit, applyId, records, options });
  if (found !== undefined) logger.warn(foundWords(found));
}
