/** The org's own audit trail: a query is a transaction that runs in the org, and its results have a cursor. */
import type { Clock } from '../../ports.ts';
import { GenesysError } from '../error.ts';
import { cancelled } from '../failure.ts';
import { waitSignal } from '../patience.ts';
import type { Api, ApiRequest, CallOptions } from '../request.ts';

import type { Read } from '../shape.ts';
import { compact, expectShape, filledText, isFields, readAll, text } from '../shape.ts';
import type { OrgAuditEntry } from './auditEntry.ts';
import { readAuditEntry } from './auditEntry.ts';

/** The published `AuditQueryRequest`. */
export interface AuditQuery {
  /** ISO 8601, `start/end`. */
  readonly interval: string;
  /** For example `ContactCenter`. */
  readonly serviceName?: string;
  readonly filters?: readonly AuditFilter[];
}

export interface AuditFilter {
  readonly property: 'UserId' | 'TrusteeOrganizationId' | 'ClientId' | 'Action' | 'EntityType' | 'EntityId';
  readonly value: string;
}

const AUDITS = '/api/v2/audits/query';
/** The published most. */
const RESULTS_A_PAGE = 500;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
/** With the longest pause, about ten minutes. */
const MOST_POLLS = 64;
/** Ends results whose cursor never does: five million entries. */
const MOST_PAGES = 10_000;

/**
 * `POST /api/v2/audits/query`, then its state by the clock until the org says `Succeeded`, then all results. Needs
 * `audits:audit:view`. A query that the org ends as `Failed` or `Cancelled` is kind `refused`.
 */
export async function queryAudits(
  api: Api,
  clock: Clock,
  query: AuditQuery,
  options: CallOptions,
): Promise<readonly OrgAuditEntry[]> {
  const request: ApiRequest = { method: 'POST', path: AUDITS, body: query, options };
  const started = expectShape(request, await api(request), 'an audit query', readTransaction);
  const path = `${AUDITS}/${encodeURIComponent(started.id)}`;
  await succeeded(api, clock, path, started.state, options);
  return allResults(api, path, options);
}

interface Transaction {
  readonly id: string;
  /** One of the published `Queued`, `Running`, `Succeeded`, `Failed`, `Cancelled`. */
  readonly state: string | undefined;
}

const readTransaction: Read<Transaction> = (value) => {
  const id = isFields(value) ? filledText(value['id']) : undefined;
  return id === undefined || !isFields(value) ? undefined : { id, state: text(value['state']) };
};

async function succeeded(
  api: Api,
  clock: Clock,
  path: string,
  first: string | undefined,
  options: CallOptions,
): Promise<void> {
  const request: ApiRequest = { method: 'GET', path, options };
  let state = first;
  for (let poll = 0, pause = FIRST_PAUSE_MS; state !== 'Succeeded'; poll++) {
    if (state === 'Failed' || state === 'Cancelled') throw ended(request, `The org ended the audit query as ${state}.`);
    if (poll === MOST_POLLS) throw ended(request, 'The org did not finish the audit query in ten minutes.');
    try {
      await clock.sleep(pause, waitSignal(options));
    } catch {
      throw new GenesysError(cancelled(request));
    }
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    ({ state } = expectShape(request, await api(request), 'the state of an audit query', readState));
  }
}

const readState: Read<Pick<Transaction, 'state'>> = (value) =>
  isFields(value) ? { state: text(value['state']) } : undefined;

const ended = ({ method, path }: ApiRequest, message: string): GenesysError =>
  new GenesysError({ kind: 'refused', method, path, message, ambiguous: false });

/** `GET /api/v2/audits/query/{transactionId}/results`; the last page has no cursor. */
async function allResults(api: Api, path: string, options: CallOptions): Promise<readonly OrgAuditEntry[]> {
  const entries: OrgAuditEntry[] = [];
  let cursor: string | undefined;
  for (let page = 1; page <= MOST_PAGES; page++) {
    const query = new URLSearchParams({
      pageSize: String(RESULTS_A_PAGE),
      ...(cursor === undefined ? {} : { cursor }),
    });
    const request: ApiRequest = { method: 'GET', path: `${path}/results?${query.toString()}`, options };
    const results = expectShape(request, await api(request), 'a page of audit entries', readResults);
    entries.push(...results.entries);
    if (results.cursor === undefined || results.cursor === cursor) break;
    ({ cursor } = results);
  }
  return entries;
}

interface Results {
  readonly entries: readonly OrgAuditEntry[];
  readonly cursor?: string;
}

const readResults: Read<Results> = (value) => {
  if (!isFields(value)) return undefined;
  const entries = readAll(readAuditEntry)(value['entities'] ?? []);
  return entries && compact<Results>({ entries, cursor: filledText(value['cursor']) });
};
