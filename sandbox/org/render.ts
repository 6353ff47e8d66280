/** The published models of what the org holds. */
import type { Json, JsonObject } from '../json.ts';
import {
  allDivisions,
  type DataTable,
  type Division,
  type Org,
  type OutboundMappings,
  type Queue,
  type Trigger,
  type User,
  type WrapupCode,
} from './model.ts';

/** `StarrableDivision`. That `*` has no name is inferred. */
export function divisionRef(org: Org, id: string): JsonObject {
  const selfUri = `/api/v2/authorization/divisions/${id}`;
  if (id === allDivisions) return { id, selfUri };
  const name = org.divisions.find((division) => division.id === id)?.name;
  return { id, ...(name === undefined ? {} : { name }), selfUri };
}

/** `WrapupCode`. */
export function renderCode(org: Org, code: WrapupCode): JsonObject {
  return {
    id: code.id,
    name: code.name,
    division: divisionRef(org, code.divisionId),
    ...(code.description === undefined ? {} : { description: code.description }),
    dateCreated: code.dateCreated,
    dateModified: code.dateModified,
    createdBy: code.createdBy,
    modifiedBy: code.modifiedBy,
    selfUri: `/api/v2/routing/wrapupcodes/${code.id}`,
  };
}

/** A simplified `WrapupCode` of the division views. Which fields are left is inferred. */
export function renderCodeView(org: Org, code: WrapupCode): JsonObject {
  return {
    id: code.id,
    name: code.name,
    division: divisionRef(org, code.divisionId),
    selfUri: `/api/v2/routing/wrapupcodes/divisionviews/${code.id}`,
  };
}

/** `Queue`, in full. */
export function renderQueue(org: Org, queue: Queue): JsonObject {
  return {
    id: queue.id,
    name: queue.name,
    division: divisionRef(org, queue.divisionId),
    ...queue.settings,
    dateCreated: queue.dateCreated,
    dateModified: queue.dateModified,
    createdBy: queue.createdBy,
    modifiedBy: queue.modifiedBy,
    memberCount: queue.memberCount,
    userMemberCount: queue.userMemberCount,
    joinedMemberCount: queue.joinedMemberCount,
    selfUri: `/api/v2/routing/queues/${queue.id}`,
  };
}

/** A simplified `Queue` of the division views. Which fields are left is inferred. */
export function renderQueueView(org: Org, queue: Queue): JsonObject {
  return {
    id: queue.id,
    name: queue.name,
    division: divisionRef(org, queue.divisionId),
    memberCount: queue.memberCount,
    selfUri: `/api/v2/routing/queues/divisionviews/${queue.id}`,
  };
}

/** `AuthzDivision`. */
export function renderDivision(division: Division): JsonObject {
  return {
    id: division.id,
    name: division.name,
    description: division.description,
    homeDivision: division.home,
    objectCounts: {},
    selfUri: `/api/v2/authorization/divisions/${division.id}`,
  };
}

/** `User`, without what only `expand` brings. */
export function renderUser(org: Org, user: User): Json {
  return {
    id: user.id,
    name: user.name,
    division: divisionRef(org, user.divisionId),
    chat: { jabberId: `${user.id.replaceAll('-', '')}@northwind.example.com` },
    department: user.department,
    email: user.email,
    primaryContactInfo: [{ address: user.email, mediaType: 'EMAIL', type: 'PRIMARY' }],
    addresses: [],
    state: user.state,
    title: user.title,
    username: user.email,
    version: 1,
    acdAutoAnswer: false,
    selfUri: `/api/v2/users/${user.id}`,
  };
}

/** `WrapUpCodeMapping`. */
export function renderMappings(mappings: OutboundMappings): JsonObject {
  const { others, defaultSet, mapping, former: _former, ...plain } = mappings;
  return { ...plain, ...others, defaultSet, mapping, selfUri: '/api/v2/outbound/wrapupcodemappings' };
}

/** `DataTable`, with its schema only where it was asked for. */
export function renderTable(org: Org, table: DataTable, withSchema: boolean): JsonObject {
  return {
    id: table.id,
    name: table.name,
    division: divisionRef(org, table.divisionId),
    description: table.description,
    ...(withSchema ? { schema: table.schema } : {}),
    selfUri: `/api/v2/flows/datatables/${table.id}`,
  };
}

/** `Trigger`. */
export function renderTrigger({ id, version, fields }: Trigger): JsonObject {
  return { id, ...fields, version, selfUri: `/api/v2/processautomation/triggers/${id}` };
}
