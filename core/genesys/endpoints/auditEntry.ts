import type { Read } from '../shape.ts';
import { compact, isFields, readAll, text } from '../shape.ts';

/** The published `AuditLogMessage`, as far as it is used. No field of it can be relied on. */
export interface OrgAuditEntry {
  readonly id?: string;
  /** ISO 8601. */
  readonly eventDate?: string;
  readonly serviceName?: string;
  /** For example `Create`, `WrapupCodeAdd`. */
  readonly action?: string;
  /** For example `WrapupCode`, `Queue`. */
  readonly entityType?: string;
  readonly entity?: { readonly id?: string; readonly name?: string };
  readonly user?: { readonly id?: string; readonly name?: string };
  readonly client?: { readonly id?: string };
  /** `SUCCESS`, `FAILURE` or `WARNING`. */
  readonly status?: string;
  readonly changes: readonly AuditedChange[];
}

/** The published `PropertyChange`. */
export interface AuditedChange {
  readonly property: string;
  readonly oldValues: readonly string[];
  readonly newValues: readonly string[];
}

export const readAuditEntry: Read<OrgAuditEntry> = (value) => {
  if (!isFields(value)) return undefined;
  const changes = readAll(readChange)(value['propertyChanges'] ?? []);
  return (
    changes &&
    compact<OrgAuditEntry>({
      id: text(value['id']),
      eventDate: text(value['eventDate']),
      serviceName: text(value['serviceName']),
      action: text(value['action']),
      entityType: text(value['entityType']),
      entity: readRef(value['entity']),
      user: readRef(value['user']),
      client: readRef(value['client']),
      status: text(value['status']),
      changes,
    })
  );
};

const readRef: Read<{ readonly id?: string; readonly name?: string }> = (value) =>
  isFields(value) ? compact({ id: text(value['id']), name: text(value['name']) }) : undefined;

const readChange: Read<AuditedChange> = (value) => {
  if (!isFields(value)) return undefined;
  const oldValues = readAll(text)(value['oldValues'] ?? []);
  const newValues = readAll(text)(value['newValues'] ?? []);
  return oldValues && newValues && { property: text(value['property']) ?? '', oldValues, newValues };
};
