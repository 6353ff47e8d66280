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

/** Live state: routes change the maps, tests may read them. */
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
}

/** The id that means all divisions. */
export const allDivisions = '*';
