import { plainWords } from '../../text/plainWords.ts';
import type { QueryKind } from '../model.ts';
import { runAggregates } from './engines/aggregates.ts';
import { runDetails } from './engines/details.ts';
import type { Engine, Ending } from './engines/model.ts';
import type { RunOutcome, RunParts } from './model.ts';

/** How each kind is asked. Asynchronous jobs and further kinds are more engines. */
const engines: Readonly<Record<QueryKind, Engine>> = {
  ConversationDetails: runDetails,
  ConversationAggregates: runAggregates,
};

/**
 * Runs a compiled query and delivers its rows, cells in the order of `columnsOf`. A result that is not whole says why in
 * `partial`: cancelled, stopped at `maxRows`, a page that failed, the org's own limit. Throws `GenesysError` where
 * nothing at all could be read, and an Error with a sentence where the query names what the org does not have.
 */
export async function runQuery(parts: RunParts): Promise<RunOutcome> {
  const { query, clock } = parts;
  if (query.missing.length > 0) throw new Error(query.missing.map(({ message }) => message).join(' '));
  const startedAt = clock.now();
  const { partial, notes, progress } =
    query.nothing === undefined ? await engines[query.kind](parts) : notSent(query.nothing);
  return {
    complete: partial === undefined,
    ...(partial !== undefined && { partial: plainWords(partial) }),
    notes: [...(query.notes ?? []), ...notes].map(plainWords),
    progress,
    startedAt,
    endedAt: clock.now(),
  };
}

/** A filter that can match nothing has an empty result, which is whole. */
const notSent = (why: string): Ending => ({
  notes: [why, 'Nothing was sent.'],
  progress: { rows: 0, read: 0, pages: 0 },
});
