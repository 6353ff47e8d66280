/** Finds out what became of an apply that was cut off. The org is read, never written. */
import type { AuditLog } from '../../audit/model.ts';
import type { CallOptions, Genesys } from '../../genesys/index.ts';
import type { Clock, Journal, JournalRecord } from '../../ports.ts';
import type { ApplyStory, ChangeFact, EndDetail, ResultDetail } from '../apply/journalRecords.ts';
import { readRecord, readStory } from '../apply/journalRecords.ts';
import { LAG_PAUSES } from '../apply/readBack.ts';
import { auditEntry } from '../apply/trail.ts';
import type { Outcome, Write } from '../model.ts';
import { judgeOpen, judgeRefused } from './judge.ts';
import type { ChangeState } from './open.ts';
import { createdIds, statesOf } from './open.ts';
import type { OrgState } from './orgState.ts';
import { readOrgState } from './orgState.ts';

export interface ReconcileRequest {
  readonly genesys: Genesys;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly audit: AuditLog;
  readonly applyId: string;
  /** All of that apply. */
  readonly records: readonly JournalRecord[];
  readonly options?: CallOptions;
}

/** An apply of which nothing is open any more. */
export interface Reconciled {
  readonly applyId: string;
  readonly story: ApplyStory;
  /** What became of each change, in the plan's order. */
  readonly outcomes: readonly ChangeOutcome[];
}

export interface ChangeOutcome {
  readonly change: Write;
  readonly outcome: Outcome;
  readonly message?: string;
  /** The code's, where it is certain. */
  readonly codeId?: string;
}

/**
 * Journals what it finds and the end that is missing, and tells the trail of all the apply's outcomes: it takes each
 * only once. Undefined for an apply that has no beginning, and so sent nothing. Throws `GenesysError`, and what journal
 * or trail throw: then nothing is lost, and it can be asked again.
 */
export async function reconcile(request: ReconcileRequest): Promise<Reconciled | undefined> {
  const story = readStory(request.records);
  if (story === undefined) return undefined;
  const states = statesOf(story);
  const found = await factsOf(request, states);
  const facts = new Map([...story.facts, ...found.map((fact) => [fact.change, fact] as const)]);
  const outcomes = story.begin.changes.map((change) => outcomeOf(change, facts.get(change.id)));
  const { at, append } = appender(request);
  if (found.length > 0) await append('result', { facts: found } satisfies ResultDetail);
  await tellTrail(request, story, facts, at);
  if (story.end === undefined || found.length > 0) await append('end', endOf(story, outcomes));
  return { applyId: request.applyId, story, outcomes };
}

function outcomeOf(change: Write, fact: ChangeFact | undefined): ChangeOutcome {
  if (fact === undefined) return { change, outcome: 'not attempted' };
  const { outcome, message, codeId } = fact;
  return {
    change,
    outcome,
    ...(message === undefined ? {} : { message }),
    ...(codeId === undefined ? {} : { codeId }),
  };
}

/** An apply that came to its end stays stopped by what had stopped it. */
function endOf({ end }: ApplyStory, outcomes: Reconciled['outcomes']): EndDetail {
  const stopped = end === undefined ? 'It was cut off; what it had sent was looked up afterwards.' : end.stopped;
  return {
    outcomes: outcomes.map(({ change, outcome }) => ({ change: change.id, outcome })),
    ...(stopped === undefined ? {} : { stopped }),
  };
}

function appender({ clock, journal, applyId }: ReconcileRequest) {
  const at = clock.now();
  const append = (event: JournalRecord['event'], detail: object): Promise<void> =>
    journal.append({ at, apply: applyId, event, detail: { ...detail } });
  return { at, append };
}

/** What was not known before. */
async function factsOf(request: ReconcileRequest, states: readonly ChangeState[]): Promise<readonly ChangeFact[]> {
  const open = states.flatMap((state) => (state.kind === 'open' ? [state] : []));
  const refused = states.flatMap((state) => (state.kind === 'refused' ? [judgeRefused(state)] : []));
  if (open.length === 0) return refused;
  const created = createdIds(states);
  const judged = await lookAt(request, states, (org) => {
    // A create that is found by its name tells what the others of its code wait for.
    const ids = new Map(created);
    return open.map((state) => {
      const { change } = state;
      const own = change.kind === 'create' ? state.codeId : undefined;
      const codeId = own ?? ('codeId' in change ? change.codeId : undefined) ?? ids.get(change.name);
      const fact = judgeOpen(state, codeId, org);
      if (change.kind === 'create' && fact.outcome === 'done' && fact.codeId !== undefined)
        ids.set(change.name, fact.codeId);
      return fact;
    });
  });
  return [...refused, ...judged.filter((fact) => !isTold(fact, states))];
}

/** What was in doubt before and still is needs no second line. */
const isTold = ({ change, outcome }: ChangeFact, states: readonly ChangeState[]): boolean =>
  outcome === 'unknown' && states.some((state) => state.kind === 'open' && state.change.id === change && state.wasTold);

/** Reads until nothing that was sent a moment ago is missing, or the pauses for lists that lag are used up. */
async function lookAt(
  { genesys, clock, records, options = {} }: ReconcileRequest,
  states: readonly ChangeState[],
  judge: (org: OrgState) => readonly ChangeFact[],
): Promise<readonly ChangeFact[]> {
  const touched = states.flatMap(({ kind, change }) => (kind === 'open' ? [change] : []));
  const isYoung = clock.now() - lastAt(records) < LAG;
  let facts = judge(await readOrgState(genesys, touched, options));
  for (const pause of isYoung ? LAG_PAUSES : []) {
    if (facts.every(({ outcome }) => outcome === 'done')) break;
    await clock.sleep(pause, options.patience ?? options.signal);
    facts = judge(await readOrgState(genesys, touched, options));
  }
  return facts;
}

/** After this many ms, lists show what was written. */
const LAG = 60_000;

const lastAt = (records: readonly JournalRecord[]): number => Math.max(0, ...records.map(({ at }) => at));

async function tellTrail(
  { audit, applyId, records }: ReconcileRequest,
  { begin }: ApplyStory,
  facts: ReadonlyMap<string, ChangeFact>,
  now: number,
): Promise<void> {
  const { org, environment, fingerprint, actor, changes } = begin;
  const at = toldAt(records);
  const apply = { applyId, actor, plan: { org, environment, fingerprint } };
  for (const change of changes) {
    const fact = facts.get(change.id);
    if (fact !== undefined) await audit.append(auditEntry(apply, change, fact, at.get(change.id) ?? now));
  }
}

/** When the journal was told of each change. */
function toldAt(records: readonly JournalRecord[]): ReadonlyMap<string, number> {
  return new Map(
    records.flatMap((record) => {
      const read = readRecord(record);
      return read?.event === 'result' ? read.detail.facts.map(({ change }) => [change, read.at] as const) : [];
    }),
  );
}
