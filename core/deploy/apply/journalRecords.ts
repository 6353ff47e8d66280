/**
 * What an apply writes into its journal, by event, and how it is read again. One apply is `begin`; then for each request
 * `intent` and `outcome`; after each look at the org `result`; at the end `end`. An apply without `end` was cut off. An
 * intent without outcome may or may not have been sent; a change without result may or may not be in the org.
 */
import type { Actor } from '../../audit/model.ts';
import type { Failure } from '../../genesys/error.ts';
import type { JournalRecord } from '../../ports.ts';
import type { Call, NamedRef, OrgCode, Outcome, PlanSummary, Row, Write } from '../model.ts';

/** The plan as it was confirmed, so that nothing but the journal is needed to know what an id stands for. */
export interface BeginDetail {
  readonly org: NamedRef;
  readonly environment: string;
  /** The plan's. */
  readonly fingerprint: string;
  /** ISO 8601. */
  readonly asOf: string;
  readonly summary: PlanSummary;
  readonly actor: Actor;
  /** All that was to be sent, in the plan's order. Their `before` is what the plan saw. */
  readonly changes: readonly Write[];
}

/** What the org had just before a request, as far as the request replaces it and the change does not say it itself. */
export type Before =
  /** All of the queue's `acwSettings`; absent where the queue had none. */
  | { readonly what: 'queue'; readonly acwSettings?: Readonly<Record<string, unknown>> }
  /** By the codes' ids, only those that the request changes; null for a code without an entry. */
  | {
      readonly what: 'outbound';
      readonly version: number;
      readonly mapping: Readonly<Record<string, readonly string[] | null>>;
    }
  /** All columns; absent where there was no such row. */
  | { readonly what: 'row'; readonly row?: Row }
  | { readonly what: 'code'; readonly code: OrgCode };

/** Durable before the request is sent. */
export interface IntentDetail {
  /** Counts the requests of the apply from 1; its outcome has the same. */
  readonly write: number;
  /** The ids of the changes that the request stands for. */
  readonly changes: readonly string[];
  /** As it is sent, with the whole body. */
  readonly call: Call;
  readonly before?: Before;
}

/** What the answer said; not what is in the org. */
export interface OutcomeDetail {
  readonly write: number;
  readonly changes: readonly string[];
  /** `unknown`: the answer was lost. `not attempted`: the request never left. */
  readonly outcome: 'accepted' | 'failed' | 'unknown' | 'not attempted';
  /** The id of the code that was created. */
  readonly codeId?: string;
  readonly failure?: Failure;
  readonly correlationId?: string;
  /** From sending to the answer, in ms, waits for a rate limit included. */
  readonly latencyMs?: number;
}

/** What became of one change, after the org was looked at. */
export interface ChangeFact {
  readonly change: string;
  readonly outcome: Exclude<Outcome, 'not attempted'>;
  /** The code's, where the change is about a code and it is certain. */
  readonly codeId?: string;
  readonly message?: string;
  readonly correlationId?: string;
  readonly latencyMs?: number;
}

/** Written before the audit trail is told, so that a change is in it once: the trail takes the same change only once. */
export interface ResultDetail {
  readonly facts: readonly ChangeFact[];
}

export interface EndDetail {
  readonly outcomes: readonly { readonly change: string; readonly outcome: Outcome }[];
  readonly stopped?: string;
}

/** A record with its detail; `at` is milliseconds since the epoch. */
export type ApplyRecord =
  | { readonly event: 'begin'; readonly at: number; readonly detail: BeginDetail }
  | { readonly event: 'intent'; readonly at: number; readonly detail: IntentDetail }
  | { readonly event: 'outcome'; readonly at: number; readonly detail: OutcomeDetail }
  | { readonly event: 'result'; readonly at: number; readonly detail: ResultDetail }
  | { readonly event: 'end'; readonly at: number; readonly detail: EndDetail };

/** What each event has at least. A journal is written by this product only, so this tells a damaged file, not a hostile one. */
const NEEDED: Readonly<Record<ApplyRecord['event'], (detail: JournalRecord['detail']) => boolean>> = {
  begin: ({ org, changes, actor }) => isObject(org) && Array.isArray(changes) && isObject(actor),
  intent: ({ write, changes, call }) => typeof write === 'number' && Array.isArray(changes) && isObject(call),
  outcome: ({ write, outcome }) => typeof write === 'number' && typeof outcome === 'string',
  result: ({ facts }) => Array.isArray(facts),
  end: ({ outcomes }) => Array.isArray(outcomes),
};

/** Undefined for a record that is damaged, or of a version that wrote other things. */
export function readRecord({ event, at, detail }: JournalRecord): ApplyRecord | undefined {
  if (!Object.hasOwn(NEEDED, event) || !NEEDED[event](detail)) return undefined;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the event has was looked at just above
  return { event, at, detail } as unknown as ApplyRecord;
}

/** A request of the apply with all that is known of it. */
export interface WriteStory {
  readonly intent: IntentDetail;
  /** Absent where the apply was cut off before the answer was written down. */
  readonly outcome?: OutcomeDetail;
}

/** One apply, as its journal tells it. */
export interface ApplyStory {
  readonly begin: BeginDetail;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** In the order in which they were sent. */
  readonly writes: readonly WriteStory[];
  /** By the change's id; the last one told. */
  readonly facts: ReadonlyMap<string, ChangeFact>;
  /** Absent where the apply was cut off. */
  readonly end?: EndDetail;
}

/** Undefined where the records have no beginning: then nothing was sent. Damaged records are left out. */
export function readStory(records: readonly JournalRecord[]): ApplyStory | undefined {
  const read = records.flatMap((record) => readRecord(record) ?? []);
  const begin = read.find((record) => record.event === 'begin');
  if (begin === undefined) return undefined;
  const outcomes = new Map(
    read.flatMap((record) => (record.event === 'outcome' ? [[record.detail.write, record.detail] as const] : [])),
  );
  const writes = read.flatMap((record): WriteStory[] => {
    if (record.event !== 'intent') return [];
    const outcome = outcomes.get(record.detail.write);
    return [{ intent: record.detail, ...(outcome === undefined ? {} : { outcome }) }];
  });
  const facts = new Map(
    read.flatMap((record) =>
      record.event === 'result' ? record.detail.facts.map((fact) => [fact.change, fact] as const) : [],
    ),
  );
  const end = read.findLast((record) => record.event === 'end');
  return { begin: begin.detail, at: begin.at, writes, facts, ...(end === undefined ? {} : { end: end.detail }) };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
