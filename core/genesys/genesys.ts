/** What a Genesys Cloud org can be asked for: its resources as plain data. */
import type { AggregateGroup, DetailsPage } from './endpoints/analytics.ts';
import type { OrgAuditEntry } from './endpoints/auditEntry.ts';
import type { AuditQuery } from './endpoints/audits.ts';
import type { DataTableRow } from './endpoints/dataTableRows.ts';
import type { DataTable } from './endpoints/dataTables.ts';
import type { Division } from './endpoints/divisions.ts';
import type { OrgLimit } from './endpoints/limits.ts';
import type { Organization } from './endpoints/organizations.ts';
import type { OutboundDocument } from './endpoints/outbound.ts';
import type { QueueDocument } from './endpoints/queueDocument.ts';
import type { Queue } from './endpoints/queues.ts';
import type { AuthzSubject } from './endpoints/subjects.ts';
import type { TokenInfo } from './endpoints/tokens.ts';
import type { Trigger, TriggerRequest } from './endpoints/triggers.ts';
import type { User } from './endpoints/users.ts';
import type { WrapupCode, WrapupCodeRequest, WrapupCodeView } from './endpoints/wrapupCodes.ts';
import type { CallOptions, Written } from './request.ts';
import type { Fields } from './shape.ts';

/**
 * Every method throws `GenesysError` and nothing else. Lists are complete: all pages are read. What a method gives as
 * undefined is not in the org (404), or was a write that answers with nothing.
 */
export interface Genesys {
  organization(options?: CallOptions): Promise<Organization>;
  limits(namespace: string, options?: CallOptions): Promise<readonly OrgLimit[]>;
  divisions(options?: CallOptions): Promise<readonly Division[]>;
  /** In every state: former agents too. */
  users(options?: CallOptions): Promise<readonly User[]>;
  /** The user who signed in; undefined for client credentials, which are no user. */
  me(options?: CallOptions): Promise<User | undefined>;
  /** Roles, divisions and permissions of these credentials. */
  subject(options?: CallOptions): Promise<AuthzSubject>;
  /** The OAuth client and the scopes of the token. */
  tokenInfo(options?: CallOptions): Promise<TokenInfo>;
  readonly wrapupCodes: {
    list(options?: CallOptions): Promise<readonly WrapupCode[]>;
    /** Names only, deleted codes too; needs another permission than `list`. */
    listWithDeleted(options?: CallOptions): Promise<readonly WrapupCodeView[]>;
    /** All whose normalised name is this one's. */
    findByName(name: string, options?: CallOptions): Promise<readonly WrapupCode[]>;
    get(id: string, options?: CallOptions): Promise<WrapupCode | undefined>;
    create(body: WrapupCodeRequest, options?: CallOptions): Promise<Written<WrapupCode>>;
    update(id: string, body: WrapupCodeRequest, options?: CallOptions): Promise<Written<WrapupCode>>;
    /** There is no way back. */
    remove(id: string, options?: CallOptions): Promise<Written<undefined>>;
  };
  readonly queues: {
    list(options?: CallOptions): Promise<readonly Queue[]>;
    /** The whole queue, for `replace`. */
    get(queueId: string, options?: CallOptions): Promise<QueueDocument>;
    /** `document` is what `get` gave with some fields changed: what is not in it is lost. */
    replace(queueId: string, document: QueueDocument, options?: CallOptions): Promise<Written<QueueDocument>>;
  };
  readonly queueWrapupCodes: {
    list(queueId: string, options?: CallOptions): Promise<readonly WrapupCode[]>;
    /** At most 100 ids. */
    add(queueId: string, codeIds: readonly string[], options?: CallOptions): Promise<Written<undefined>>;
    remove(queueId: string, codeId: string, options?: CallOptions): Promise<Written<undefined>>;
  };
  /** The org's one document of outbound mappings. */
  readonly outbound: {
    mappings(options?: CallOptions): Promise<OutboundDocument>;
    /** `document` is the `document` of `mappings` with some fields changed, its `version` as it was: 409 when it has moved. */
    replace(document: Fields, options?: CallOptions): Promise<Written<OutboundDocument>>;
  };
  /** Architect data tables; a row is known by its `key`. */
  readonly dataTables: {
    find(name: string, options?: CallOptions): Promise<DataTable | undefined>;
    rows(tableId: string, options?: CallOptions): Promise<readonly DataTableRow[]>;
    row(tableId: string, key: string, options?: CallOptions): Promise<DataTableRow | undefined>;
    addRow(tableId: string, row: DataTableRow, options?: CallOptions): Promise<Written<DataTableRow>>;
    /** Replaces the whole row: a column that is not in it is lost. */
    replaceRow(tableId: string, key: string, row: DataTableRow, options?: CallOptions): Promise<Written<DataTableRow>>;
    removeRow(tableId: string, key: string, options?: CallOptions): Promise<Written<undefined>>;
  };
  /** The org's own audit trail. */
  readonly audits: {
    /** Waits until the org has run the query. */
    query(query: AuditQuery, options?: CallOptions): Promise<readonly OrgAuditEntry[]>;
  };
  /** Process Automation triggers. */
  readonly triggers: {
    list(options?: CallOptions): Promise<readonly Trigger[]>;
    topics(options?: CallOptions): Promise<readonly string[]>;
    create(body: TriggerRequest, options?: CallOptions): Promise<Written<Trigger>>;
    remove(id: string, options?: CallOptions): Promise<Written<undefined>>;
  };
  /** Queries, which change nothing: a failure that may pass is repeated, and a cancel ends them at once. */
  readonly analytics: {
    /** One page; `body` is the published `ConversationQuery` with its `paging`. */
    conversationDetails(body: object, options?: CallOptions): Promise<DetailsPage>;
    /** `body` is the published `ConversationAggregationQuery`. */
    conversationAggregates(body: object, options?: CallOptions): Promise<readonly AggregateGroup[]>;
  };
  /** Ends the session's token in the org. */
  revoke(options?: CallOptions): Promise<void>;
  /** Closes idle connections; the object is of no use afterwards. */
  close(): void;
}
