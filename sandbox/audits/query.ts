/** A query for audits: its rules and what it finds. */
import { dayMs, type Span, spanOf } from '../analytics/interval.ts';
import { badField, invalidValue } from '../errors.ts';
import { type JsonObject, objectsIn, textIn } from '../json.ts';
import type { AuditRecord } from '../org/model.ts';
import { checkedBody } from '../validate.ts';
import type { World } from '../world.ts';
import { services } from './services.ts';

/** A body that was checked. */
export interface AuditQuery {
  readonly body: JsonObject;
  readonly span: Span;
  readonly filters: readonly { readonly property: string; readonly value: string }[];
  readonly newestFirst: boolean;
}

type QueryModel = 'AuditQueryRequest' | 'AuditRealtimeQueryRequest';

/** Published: the models, and that names come from the service mapping. That another name is 400 is inferred. */
export function checkAuditQuery(world: World, sent: unknown, model: QueryModel): AuditQuery {
  const body = checkedBody(model, sent, world.switches);
  const span = spanOf(textIn(body, 'interval'), 'utc', world.switches.intervalForms);
  const { auditIntervalMaximum } = world.switches;
  if (auditIntervalMaximum > 0 && span.to - span.from > auditIntervalMaximum * dayMs) throw badField('interval');
  const filters = objectsIn(body['filters']).map((filter) => ({
    property: textIn(filter, 'property'),
    value: textIn(filter, 'value'),
  }));
  requireKnownNames(body, filters);
  const order = objectsIn(body['sort'])[0]?.['sortOrder'];
  return { body, span, filters, newestFirst: order !== 'ascending' };
}

function requireKnownNames(body: JsonObject, filters: AuditQuery['filters']): void {
  const { serviceName } = body;
  const names = services.map(({ name }) => name);
  if (typeof serviceName === 'string' && !names.includes(serviceName)) {
    throw invalidValue('serviceName', serviceName, 'string', names);
  }
  // Not published: an action is a word only together with its entity.
  const has = (property: string): boolean => filters.some((filter) => filter.property === property);
  if (has('Action') && !has('EntityType')) throw badField('filters');
}

/** What was recorded in the interval and can be found by now. Several values of one property mean any of them (inferred). */
export function findAudits(world: World, query: AuditQuery, earliest: number): readonly AuditRecord[] {
  const { span, filters, body, newestFirst } = query;
  const known = world.clock.now() - world.switches.auditDelay * 1000;
  const found = world.org.audits.filter(
    (one) =>
      one.at >= Math.max(span.from, earliest) &&
      one.at < span.to &&
      one.at <= known &&
      (typeof body['serviceName'] !== 'string' || one.serviceName === body['serviceName']) &&
      matchesAll(one, filters),
  );
  return newestFirst ? found.toReversed() : found;
}

function matchesAll(record: AuditRecord, filters: AuditQuery['filters']): boolean {
  const properties = new Set(filters.map(({ property }) => property));
  return [...properties].every((property) =>
    filters.some((filter) => filter.property === property && filter.value === valueOf(record, property)),
  );
}

/** Nobody of another organisation acts here, so `TrusteeOrganizationId` matches nothing. */
function valueOf(record: AuditRecord, property: string): string | undefined {
  switch (property) {
    case 'UserId':
      return record.author.user?.id;
    case 'ClientId':
      return record.author.app?.id;
    case 'Action':
      return record.action;
    case 'EntityType':
      return record.entityType;
    case 'EntityId':
      return record.entity.id;
    default:
      return undefined;
  }
}
