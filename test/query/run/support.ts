/** Runs of hand-made queries: against the real sandbox by the real client, or against answers made by a test. */
import type { AnalyticsConversation, DetailsPage, Genesys } from '#core/genesys/index.ts';
import type { CompiledQuery, OutputPlan } from '#core/query/compile/model.ts';
import type { JsonObject, OrgNames } from '#core/query/model.ts';
import type { Cell, Row, RunOutcome, RunParts, RunProgress } from '#core/query/run/index.ts';
import { columnsOf, runQuery } from '#core/query/run/index.ts';
import { fakeClock, TEST_INSTANT } from '../../support/fakeClock.ts';

export const DAY = 86_400_000;
export const iso = (instant: number): string => new Date(instant).toISOString();

const output: OutputPlan = { rows: 'wrapUp', columns: [], match: 'conversations', exclude: {} };

const interval = (from: number, to: number): CompiledQuery['interval'] => ({
  from,
  to,
  sent: `${iso(from)}/${iso(to)}`,
});

/** Whole days (UTC) before the present one. */
export function detailsQuery(days: number, more: Partial<OutputPlan> = {}, body: JsonObject = {}): CompiledQuery {
  const to = Math.floor(TEST_INSTANT / DAY) * DAY;
  // The end is within the last day: a day that the interval only touches is read whole.
  const sent = interval(to - days * DAY, to - 1);
  return {
    kind: 'ConversationDetails',
    method: 'POST',
    path: '/api/v2/analytics/conversations/details/query',
    body: { interval: sent.sent, ...body },
    interval: sent,
    timeZone: 'UTC',
    output: { ...output, ...more },
    missing: [],
  };
}

/** The day until the present instant, which is part of it: for conversations that a test makes by hand. */
export function presentQuery(more: Partial<OutputPlan> = {}): CompiledQuery {
  const sent = interval(TEST_INSTANT - DAY, TEST_INSTANT + 1);
  return { ...detailsQuery(1, more, { interval: sent.sent }), interval: sent };
}

export function aggregatesQuery(days: number, body: JsonObject, more: Partial<OutputPlan> = {}): CompiledQuery {
  return {
    ...detailsQuery(days, { rows: 'aggregate', ...more }, body),
    kind: 'ConversationAggregates',
    path: '/api/v2/analytics/conversations/aggregates/query',
  };
}

export const noNames: OrgNames = { org: { id: 'org', name: 'Northwind' }, readAt: TEST_INSTANT };

export interface Ran {
  readonly outcome: RunOutcome;
  readonly rows: readonly Row[];
  /** One row as cells by column. */
  readonly records: readonly Readonly<Record<string, Cell>>[];
  readonly progress: readonly RunProgress[];
}

export async function run(parts: Partial<RunParts> & Pick<RunParts, 'query' | 'genesys'>): Promise<Ran> {
  const rows: Row[] = [];
  const progress: RunProgress[] = [];
  const outcome = await runQuery({
    names: noNames,
    catalogs: [],
    clock: fakeClock(),
    signal: new AbortController().signal,
    onRows: (more) => void rows.push(...more),
    onProgress: (now) => void progress.push(now),
    ...parts,
  });
  const keys = columnsOf(parts.query).map(({ key }) => key);
  const records = rows.map((row) => Object.fromEntries(keys.map((key, index) => [key, row[index]])));
  return { outcome, rows, records, progress };
}

/** An org that answers details queries by page number, from 1. */
export function pagesOrg(page: (pageNumber: number) => DetailsPage): Pick<Genesys, 'analytics'> {
  return {
    analytics: {
      conversationDetails: async (body) =>
        page((body as { readonly paging: { readonly pageNumber: number } }).paging.pageNumber),
      conversationAggregates: () => Promise.reject(new Error('This org answers no aggregates.')),
    },
  };
}

export const bare = (conversationId: string): AnalyticsConversation => ({ conversationId });
