/** `/api/v2/audits/query`: the org's audits, by a query that runs for a while, or at once for the last days. */
import { dayMs } from '../analytics/interval.ts';
import { type AuditQuery, checkAuditQuery, findAudits } from '../audits/query.ts';
import { renderAudit } from '../audits/render.ts';
import { serviceMapping } from '../audits/services.ts';
import { isoDate } from '../clock.ts';
import { cursorAt, indexIn } from '../cursor.ts';
import { badField, resourceNotFound } from '../errors.ts';
import { type Call, ok, type Route } from '../exchange.ts';
import { limitRange, limitValue } from '../facts.ts';
import type { JsonObject } from '../json.ts';
import type { AuditRecord } from '../org/model.ts';
import { anyOf } from '../query.ts';
import { pageSizeIn } from '../listing.ts';
import type { World } from '../world.ts';

const collection = '/api/v2/audits/query';
const item = `${collection}/{transactionId}`;
const largestPage = limitRange('audits.results.pageSize').highest;
const realtimeDays = limitValue('audits.realtime.days');
const keptDays = limitValue('audits.retention.days');

/** A query that was taken. Its results are fixed once it has run. */
interface Execution {
  readonly id: string;
  readonly query: AuditQuery;
  readonly startedAt: number;
  found?: readonly AuditRecord[];
}

type State = 'Queued' | 'Running' | 'Succeeded';

export function auditRoutes(world: World): readonly Route[] {
  const executions = new Map<string, Execution>();
  const existing = (call: Call): Execution => {
    const execution = executions.get(call.params['transactionId'] ?? '');
    if (!execution) throw resourceNotFound();
    return execution;
  };
  return [
    {
      method: 'POST',
      template: collection,
      handle(call) {
        const query = checkAuditQuery(world, call.body, 'AuditQueryRequest');
        const execution: Execution = { id: world.newId(), query, startedAt: world.clock.now() };
        executions.set(execution.id, execution);
        return ok(renderExecution(execution, 'Queued'));
      },
    },
    {
      method: 'GET',
      template: item,
      handle(call) {
        const execution = existing(call);
        return ok(renderExecution(execution, stateOf(world, execution)));
      },
    },
    { method: 'GET', template: `${item}/results`, handle: (call) => ok(results(world, call, existing(call))) },
    { method: 'POST', template: `${collection}/realtime`, handle: (call) => ok(realtime(world, call)) },
    { method: 'GET', template: `${collection}/servicemapping`, handle: () => ok(serviceMapping) },
    { method: 'GET', template: `${collection}/realtime/servicemapping`, handle: () => ok(serviceMapping) },
  ];
}

function stateOf(world: World, { startedAt }: Execution): State {
  return world.clock.now() - startedAt >= world.switches.auditQueryDelay * 1000 ? 'Succeeded' : 'Running';
}

/** `AuditQueryExecutionStatusResponse`. */
function renderExecution({ id, query, startedAt }: Execution, state: State): JsonObject {
  const { interval, serviceName, filters, sort } = query.body;
  return { id, state, startDate: isoDate(startedAt), interval, serviceName, filters, sort };
}

/** `AuditQueryExecutionResultsResponse`; without `cursor` it is the last page. Before the query has run it is 404 (inferred). */
function results(world: World, call: Call, execution: Execution): JsonObject {
  if (stateOf(world, execution) !== 'Succeeded') throw resourceNotFound();
  execution.found ??= findAudits(world, execution.query, world.clock.now() - keptDays * dayMs);
  const { id, found } = execution;
  const pageSize = pageSizeIn(call, world.switches, largestPage);
  const cursor = call.query.get('cursor');
  const start = cursor === null || cursor === '' ? 0 : indexIn(cursor, 'cursor');
  const end = start + pageSize;
  return {
    id,
    pageSize,
    ...(end < found.length ? { cursor: cursorAt(end) } : {}),
    entities: found.slice(start, end).map((record) => renderAudit(world.org, record, withUser(call))),
  };
}

/** `AuditRealtimeQueryResultsResponse`. Published: 14 days, pages by number. That older ones are left out is inferred. */
function realtime(world: World, call: Call): JsonObject {
  const query = checkAuditQuery(world, call.body, 'AuditRealtimeQueryRequest');
  const found = findAudits(world, query, world.clock.now() - realtimeDays * dayMs);
  const pageSize = wholeNumber(query.body['pageSize'] ?? 25, 'pageSize');
  const pageNumber = wholeNumber(query.body['pageNumber'] ?? 1, 'pageNumber');
  const start = (pageNumber - 1) * pageSize;
  return {
    entities: found.slice(start, start + pageSize).map((record) => renderAudit(world.org, record, withUser(call))),
    pageSize,
    pageNumber,
    total: found.length,
    pageCount: Math.ceil(found.length / pageSize),
  };
}

function wholeNumber(value: unknown, fieldName: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) throw badField(fieldName);
  return value;
}

const withUser = (call: Call): boolean => call.query.has('expand') && anyOf(call, 'expand')('user');
