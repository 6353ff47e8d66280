import type { NamedRef, Plan } from '#core/deploy/model.ts';
import {
  foundWords,
  isCutOff,
  type KnownApply,
  lastApply,
  type Reconciled,
  reconcile,
} from '#core/deploy/recover/index.ts';
import { fileJournalReader } from '#host/journalReader.ts';
import { applying, readingOptions, underLock } from './applying.ts';
import type { Connection } from './connect.ts';
import type { CliIo } from './io.ts';

const lastOf = ({ id }: NamedRef, { stateFolder }: CliIo): Promise<KnownApply | undefined> =>
  lastApply(fileJournalReader(stateFolder), id);

/** Where it sent nothing there is nothing to look up. */
const needsLookUp = (last: KnownApply | undefined): last is KnownApply =>
  last !== undefined && isCutOff(last) && last.story.writes.length > 0;

/** The last apply of the org, where it was cut off. Throws `CliError` where it is still at work. */
export async function cutOffApply(org: NamedRef, io: CliIo): Promise<KnownApply | undefined> {
  if (!needsLookUp(await lastOf(org, io))) return undefined;
  // One that is at work has no end either: the lock tells the two apart.
  const last = await underLock(org, 'looking up the last push', io, () => lastOf(org, io));
  return needsLookUp(last) ? last : undefined;
}

/** The last apply of the org, where it came to its end and something of it is left. */
export async function incompleteApply(org: NamedRef, io: CliIo): Promise<KnownApply | undefined> {
  const last = await lastOf(org, io);
  return last?.story.end?.outcomes.some(({ outcome }) => outcome !== 'done') === true ? last : undefined;
}

/** True where another apply of the org was at work when the plan was made, or has been since. */
export async function isAppliedSince({ org, asOf }: Plan, io: CliIo): Promise<boolean> {
  const last = await lastOf(org, io);
  return last !== undefined && Math.max(...last.records.map(({ at }) => at)) >= Date.parse(asOf);
}

/** Reads the org, and writes only into journal and audit trail. */
export async function lookUp(connection: Connection, org: NamedRef, last: KnownApply, io: CliIo): Promise<Reconciled> {
  const { applyId } = last;
  const current = 'Looking up what the last push has done';
  connection.progress.show({ current });
  const reconciled = await applying(connection, org, io, ({ genesys, clock, journal, audit }) =>
    reconcile({
      genesys,
      clock,
      journal,
      audit,
      applyId,
      records: last.records,
      options: readingOptions(connection, current, io),
    }),
  );
  if (reconciled === undefined) throw new Error('An apply that is known has a beginning.');
  connection.progress.note(foundWords(reconciled));
  return reconciled;
}
