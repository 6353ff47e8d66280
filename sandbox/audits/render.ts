import { isoDate } from '../clock.ts';
import type { JsonObject } from '../json.ts';
import type { AuditRecord, Org } from '../org/model.ts';

/** `AuditLogMessage`. Users have a name only where it was asked for (inferred from `expand`). */
export function renderAudit(org: Org, record: AuditRecord, withUser: boolean): JsonObject {
  const { author, entity } = record;
  return {
    id: record.id,
    userHomeOrgId: org.id,
    ...(author.user ? { user: userOf(author.user, withUser) } : {}),
    ...(author.app ? { client: { id: author.app.id, selfUri: `/api/v2/oauth/clients/${author.app.id}` } } : {}),
    remoteIp: ['127.0.0.1'],
    serviceName: record.serviceName,
    level: 'USER',
    status: 'SUCCESS',
    eventDate: isoDate(record.at),
    action: record.action,
    entityType: record.entityType,
    entity: { ...entity },
    propertyChanges: record.changes,
    transactionInitiator: true,
    context: {},
    entityChanges: [],
  };
}

function userOf(user: { readonly id: string; readonly name: string }, withName: boolean): JsonObject {
  const selfUri = `/api/v2/users/${user.id}`;
  return { id: user.id, ...(withName ? { name: user.name } : {}), selfUri };
}
