/** A Genesys Cloud org as the rest of the core sees it: its resources, plain data, and one kind of error. */
import type { Clock, Logger, Random } from '../ports.ts';
import type { Credentials } from './auth.ts';
import type { AggregateGroup, DetailsPage } from './endpoints/analytics.ts';
import { queryConversationAggregates, queryConversationDetails } from './endpoints/analytics.ts';
import type { Division } from './endpoints/divisions.ts';
import { listDivisions } from './endpoints/divisions.ts';
import type { OrgLimit } from './endpoints/limits.ts';
import { listLimits } from './endpoints/limits.ts';
import type { Organization } from './endpoints/organizations.ts';
import { getOrganization } from './endpoints/organizations.ts';
import type { Queue } from './endpoints/queues.ts';
import { addQueueWrapupCodes, listQueueWrapupCodes, listQueues } from './endpoints/queues.ts';
import { revokeToken } from './endpoints/tokens.ts';
import type { User } from './endpoints/users.ts';
import { listUsers } from './endpoints/users.ts';
import type { WrapupCode, WrapupCodeRequest, WrapupCodeView } from './endpoints/wrapupCodes.ts';
import {
  createWrapupCode,
  findWrapupCodes,
  listWrapupCodes,
  listWrapupCodesWithDeleted,
  updateWrapupCode,
} from './endpoints/wrapupCodes.ts';
import type { AgentFor } from './http.ts';
import { createWire } from './http.ts';
import type { CallOptions, Written } from './request.ts';
import { createSession } from './session.ts';
import type { Target } from './target.ts';

export type { Credentials } from './auth.ts';
export type * from './endpoints/analytics.ts';
export type { Division } from './endpoints/divisions.ts';
export type { OrgLimit } from './endpoints/limits.ts';
export type { Organization } from './endpoints/organizations.ts';
export type { Queue } from './endpoints/queues.ts';
export type { User } from './endpoints/users.ts';
export type { WrapupCode, WrapupCodeRequest, WrapupCodeView } from './endpoints/wrapupCodes.ts';
export type { CallOptions, Written } from './request.ts';
export type { Target, TargetResult } from './target.ts';
export { regionTarget, sandboxTarget } from './target.ts';

/** Every method throws `GenesysError` and nothing else. Lists are complete: all pages are read. */
export interface Genesys {
  organization(options?: CallOptions): Promise<Organization>;
  limits(namespace: string, options?: CallOptions): Promise<readonly OrgLimit[]>;
  divisions(options?: CallOptions): Promise<readonly Division[]>;
  /** In every state: former agents too. */
  users(options?: CallOptions): Promise<readonly User[]>;
  readonly wrapupCodes: {
    list(options?: CallOptions): Promise<readonly WrapupCode[]>;
    /** Names only, deleted codes too; needs another permission than `list`. */
    listWithDeleted(options?: CallOptions): Promise<readonly WrapupCodeView[]>;
    /** All whose normalised name is this one's. */
    findByName(name: string, options?: CallOptions): Promise<readonly WrapupCode[]>;
    create(body: WrapupCodeRequest, options?: CallOptions): Promise<Written<WrapupCode>>;
    update(id: string, body: WrapupCodeRequest, options?: CallOptions): Promise<Written<WrapupCode>>;
  };
  readonly queues: { list(options?: CallOptions): Promise<readonly Queue[]> };
  readonly queueWrapupCodes: {
    list(queueId: string, options?: CallOptions): Promise<readonly WrapupCode[]>;
    /** At most 100 ids. */
    add(queueId: string, codeIds: readonly string[], options?: CallOptions): Promise<Written<undefined>>;
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

export interface GenesysParts {
  readonly target: Target;
  readonly credentials: Credentials;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** Seconds left of a rate limit, once a second, at the end 0. */
  readonly onWait?: (secondsLeft: number) => void;
  /** How long the other side may be silent, in ms of real time. */
  readonly timeoutMs?: number;
  /** The way through a proxy, for hosts other than the loopback. */
  readonly agentFor?: AgentFor;
}

const DEFAULT_TIMEOUT_MS = 30_000;

/** Sends nothing until the first call; the sign-in is part of it. */
export function createGenesys(parts: GenesysParts): Genesys {
  const { target } = parts;
  const agentFor = target.loopback ? undefined : parts.agentFor;
  const wire = createWire([target.loginUrl, target.apiUrl], parts.timeoutMs ?? DEFAULT_TIMEOUT_MS, agentFor);
  const api = createSession({ ...parts, wire, onWait: parts.onWait ?? (() => undefined) });
  return {
    organization: (options = {}) => getOrganization(api, options),
    limits: (namespace, options = {}) => listLimits(api, namespace, options),
    divisions: (options = {}) => listDivisions(api, options),
    users: (options = {}) => listUsers(api, options),
    wrapupCodes: {
      list: (options = {}) => listWrapupCodes(api, options),
      listWithDeleted: (options = {}) => listWrapupCodesWithDeleted(api, options),
      findByName: (name, options = {}) => findWrapupCodes(api, name, options),
      create: (body, options = {}) => createWrapupCode(api, body, options),
      update: (id, body, options = {}) => updateWrapupCode(api, id, body, options),
    },
    queues: { list: (options = {}) => listQueues(api, options) },
    queueWrapupCodes: {
      list: (queueId, options = {}) => listQueueWrapupCodes(api, queueId, options),
      add: (queueId, codeIds, options = {}) => addQueueWrapupCodes(api, queueId, codeIds, options),
    },
    analytics: {
      conversationDetails: (body, options = {}) => queryConversationDetails(api, body, options),
      conversationAggregates: (body, options = {}) => queryConversationAggregates(api, body, options),
    },
    revoke: (options = {}) => revokeToken(api, options),
    close: () => wire.close(),
  };
}
