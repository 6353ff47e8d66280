/** Writes an apply's lines into its journal. */
import type { JournalRecord } from '../../ports.ts';
import type { BeginDetail, EndDetail, IntentDetail, OutcomeDetail, ResultDetail } from './journalRecords.ts';
import type { ApplyRequest } from './run.ts';
import type { Sent } from './sent.ts';

/** What is recorded of the run as a whole. */
export type Marking =
  | { readonly event: 'begin'; readonly detail: BeginDetail }
  | { readonly event: 'result'; readonly detail: ResultDetail }
  | { readonly event: 'end'; readonly detail: EndDetail };

type Line =
  | Marking
  | { readonly event: 'intent'; readonly detail: IntentDetail }
  | { readonly event: 'outcome'; readonly detail: OutcomeDetail };

/** False where the line is not durable: then `onFailure` was called. Never throws. */
export type RecordLine = (line: Line) => Promise<boolean>;

export function recorder(
  { clock, journal, applyId }: Pick<ApplyRequest, 'clock' | 'journal' | 'applyId'>,
  onFailure: () => void,
): RecordLine {
  return async ({ event, detail }) => {
    try {
      const line: JournalRecord = { at: clock.now(), apply: applyId, event, detail: { ...detail } };
      await journal.append(line);
      return true;
    } catch {
      onFailure();
      return false;
    }
  };
}

export const NO_JOURNAL =
  'The journal cannot be written, so nothing more is sent. Check the free space and the rights of its folder.';

/** What the journal says of an answer. */
export function outcomeOf<T>(
  sent: Sent<T>,
  idOf: ((value: T) => string) | undefined,
): Omit<OutcomeDetail, 'write' | 'changes'> {
  if (sent.state === 'notSent') return { outcome: 'not attempted' };
  if (sent.state === 'already') return { outcome: 'accepted' };
  const { latencyMs } = sent;
  const timed = latencyMs === undefined ? {} : { latencyMs };
  if (sent.state === 'accepted') {
    const { correlationId } = sent;
    return {
      outcome: 'accepted',
      ...(idOf === undefined ? {} : { codeId: idOf(sent.value) }),
      ...(correlationId === undefined ? {} : { correlationId }),
      ...timed,
    };
  }
  const failure = sent.failure === undefined ? {} : { failure: sent.failure };
  return { outcome: sent.state === 'lost' ? 'unknown' : 'failed', ...failure, ...timed };
}
