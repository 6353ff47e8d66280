/** The org as the sandbox keeps it. Routes render it to the published models. */
import type { JsonObject } from '../json.ts';

export interface Division {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly home: boolean;
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly divisionId: string;
  readonly department: string;
  readonly title: string;
  readonly state: 'active' | 'inactive' | 'deleted';
}

/** What reads go on seeing of an entity that was changed, until that moment, ms since the epoch. */
export interface Former<Entity> {
  readonly entity: Entity;
  readonly until: number;
}

export interface WrapupCode {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** A division's id, or `*` for all divisions. */
  readonly divisionId: string;
  readonly dateCreated: string;
  readonly dateModified: string;
  /** Ids of users or clients. */
  readonly createdBy: string;
  readonly modifiedBy: string;
  /** When reads show it, ms since the epoch; undefined for codes of the seed. */
  readonly visibleFrom?: number;
  readonly deleted?: {
    /** When reads stop showing it, ms since the epoch. */
    readonly hiddenFrom: number;
  };
  readonly former?: Former<WrapupCode>;
}

export interface Queue {
  readonly id: string;
  readonly name: string;
  readonly divisionId: string;
  readonly dateCreated: string;
  readonly dateModified: string;
  readonly createdBy: string;
  readonly modifiedBy: string;
  readonly memberCount: number;
  readonly userMemberCount: number;
  readonly joinedMemberCount: number;
  /** All other writable fields of the `Queue` model. A PUT replaces them as a whole. */
  readonly settings: JsonObject;
  readonly former?: Former<Queue>;
}

/** An OAuth client with the client credentials grant. */
export interface Client {
  readonly id: string;
  readonly secret: string;
  readonly name: string;
  readonly permissions: 'all' | ReadonlySet<string>;
  /** The divisions that its roles reach. */
  readonly divisions: 'all' | ReadonlySet<string>;
}

export interface Clients {
  /** Every permission in every division. */
  readonly full: Client;
  /** Views and searches only. */
  readonly readOnly: Client;
  /** Every permission, in the division Support only. */
  readonly scoped: Client;
}

/** Who made a change, as audits name it: a user, a client, or a user through a client. */
export interface Author {
  /** The user's id, or the client's where it acted for itself. */
  readonly id: string;
  readonly user?: Pick<User, 'id' | 'name'>;
  readonly app?: { readonly id: string };
}

/** When reads see that something was made or removed, ms since the epoch. Writes know of both at once. */
export interface Lag {
  /** Undefined for what the seed holds. */
  readonly visibleFrom?: number;
  /** Set once it was removed. */
  readonly hiddenFrom?: number;
}

/** `WrapUpCodeMapping`: what the dialer makes of the wrap-up codes. */
export interface OutboundMappings {
  readonly id: string;
  readonly name: string;
  readonly dateCreated: string;
  readonly dateModified: string;
  readonly version: number;
  /** The flags of codes without an entry. */
  readonly defaultSet: readonly string[];
  /** Code id → flags. Deleted codes keep their entries. */
  readonly mapping: Readonly<Record<string, readonly string[]>>;
  /** Fields that the published model does not have. */
  readonly others: JsonObject;
  readonly former?: Former<OutboundMappings>;
}

/** A row of a data table by its columns, `key` among them. */
export interface Row extends Lag {
  readonly cells: JsonObject;
  readonly former?: Former<Row>;
}

export interface DataTable {
  readonly id: string;
  readonly name: string;
  readonly divisionId: string;
  readonly description: string;
  /** `JsonSchemaDocument`. */
  readonly schema: JsonObject;
  /** By `key`. */
  readonly rows: Map<string, Row>;
}

/** A Process Automation trigger. `fields` are those of its request, without the version. */
export interface Trigger extends Lag {
  readonly id: string;
  readonly version: number;
  readonly fields: JsonObject;
  readonly former?: Former<Trigger>;
}

/** One `AuditLogMessage` to be. */
export interface AuditRecord {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly author: Author;
  readonly serviceName: string;
  readonly entityType: string;
  readonly action: string;
  readonly entity: { readonly id: string; readonly name?: string };
  readonly changes: readonly PropertyChange[];
}

/** A type, not an interface, so that it counts as JSON. */
export type PropertyChange = {
  readonly property: string;
  readonly oldValues: readonly string[];
  readonly newValues: readonly string[];
};

/** A queue that a code was put on or taken off, so lately that lists of its codes may not show it yet. */
export interface QueueCodeChange {
  readonly queueId: string;
  readonly codeId: string;
  readonly change: 'added' | 'removed';
  /** Milliseconds since the epoch. */
  readonly visibleFrom: number;
}

/** Live state: routes change the maps, tests may read them. `sandbox/org/edits.ts` changes it as somebody else would. */
export interface Org {
  readonly id: string;
  readonly name: string;
  readonly divisions: readonly Division[];
  readonly users: readonly User[];
  readonly clients: Clients;
  readonly codes: Map<string, WrapupCode>;
  readonly queues: Map<string, Queue>;
  /** Queue id → ids of its wrap-up codes, in the order they were added. */
  readonly queueCodes: Map<string, Set<string>>;
  /** In the order they were made. */
  readonly queueCodeChanges: QueueCodeChange[];
  /** The org's one document of outbound mappings. */
  readonly outbound: { current: OutboundMappings };
  readonly tables: Map<string, DataTable>;
  readonly triggers: Map<string, Trigger>;
  /** In the order of what happened. */
  readonly audits: AuditRecord[];
}

/** The id that means all divisions. */
export const allDivisions = '*';
