/** Which apply of an org was left without an end. */
import type { JournalReader, JournalRecord } from '../../ports.ts';
import type { ApplyStory } from '../apply/journalRecords.ts';
import { readStory } from '../apply/journalRecords.ts';

/** One apply as the journal has it. */
export interface KnownApply {
  readonly applyId: string;
  readonly records: readonly JournalRecord[];
  readonly story: ApplyStory;
}

/** The newest apply of the org that has begun; undefined where there is none. Throws what the reader throws. */
export async function lastApply(reader: JournalReader, orgId: string): Promise<KnownApply | undefined> {
  const ids = await reader.applies(orgId);
  for (const applyId of ids.toReversed()) {
    const known = await readApply(reader, orgId, applyId);
    if (known !== undefined) return known;
  }
  return undefined;
}

/** Undefined where there is no such apply, or it was cut off before it began. */
export async function readApply(
  reader: JournalReader,
  orgId: string,
  applyId: string,
): Promise<KnownApply | undefined> {
  const records = await reader.read(orgId, applyId);
  const story = readStory(records);
  return story === undefined ? undefined : { applyId, records, story };
}

export const isCutOff = ({ story }: KnownApply): boolean => story.end === undefined;

/** True where nobody knows yet of some change whether it was done. */
export const isInDoubt = (known: KnownApply): boolean =>
  isCutOff(known) || [...known.story.facts.values()].some(({ outcome }) => outcome === 'unknown');

/** An undo is repeated by undoing again, not by planning from the files. */
export const isUndo = ({ story }: KnownApply): boolean =>
  story.begin.changes.length > 0 && story.begin.changes.every(({ id }) => id.startsWith(UNDO_PREFIX));

export const UNDO_PREFIX = 'undo:';
