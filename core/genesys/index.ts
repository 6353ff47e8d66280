/** A Genesys Cloud org as the rest of the core sees it: its resources, plain data, and one kind of error. */
import type { Clock, Logger, Random } from '../ports.ts';
import type { Credentials } from './auth/credentials.ts';
import type { Genesys } from './genesys.ts';
import type { AgentFor } from './http.ts';
import { createWire } from './http.ts';
import { resourcesOf } from './resources.ts';
import { createSession } from './session.ts';
import type { Target } from './target.ts';

export type { Credentials, Gateway, JwtCredentials, UserTokens, UserTokenStore } from './auth/credentials.ts';
export type { SignedIn } from './actor.ts';
export { actorOf } from './actor.ts';
export type { BrowserPorts, BrowserSignIn, RedirectListener } from './auth/browserSignIn.ts';
export { browserSignIn } from './auth/browserSignIn.ts';
export type { GatewayResult } from './auth/gateway.ts';
export { gatewayAddress, gatewayFits } from './auth/gateway.ts';
export { wrongPrivateKey } from './auth/jwtBearer.ts';
export type * from './endpoints/analytics.ts';
export type { AuditedChange, OrgAuditEntry } from './endpoints/auditEntry.ts';
export type { AuditFilter, AuditQuery } from './endpoints/audits.ts';
export type { DataTableRow } from './endpoints/dataTableRows.ts';
export type { ColumnType, DataTable } from './endpoints/dataTables.ts';
export type { Division } from './endpoints/divisions.ts';
export type { OrgLimit } from './endpoints/limits.ts';
export type { Organization } from './endpoints/organizations.ts';
export type { OutboundDocument } from './endpoints/outbound.ts';
export type { QueueDocument } from './endpoints/queueDocument.ts';
export type { Queue } from './endpoints/queues.ts';
export type { AuthzSubject, Grant, GrantPolicy } from './endpoints/subjects.ts';
export type { TokenInfo } from './endpoints/tokens.ts';
export type { MatchCriterion, Trigger, TriggerRequest } from './endpoints/triggers.ts';
export type { User } from './endpoints/users.ts';
export type { WrapupCode, WrapupCodeRequest, WrapupCodeView } from './endpoints/wrapupCodes.ts';
export type { Genesys } from './genesys.ts';
export type { CallOptions, Written } from './request.ts';
export type { Target, TargetResult } from './target.ts';
export { DEFAULT_RATE_SHARE } from './pacing.ts';
export { regionTarget, sandboxTarget } from './target.ts';

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
  /**
   * The part of the org's allowed rate that all calls together use: above 0, at most 1; 0.8 where it is not said. Asked for
   * each window of the rate limit.
   */
  readonly rateShare?: () => number;
  /** The way through a proxy, for hosts other than the loopback. */
  readonly agentFor?: AgentFor;
}

/** The gateway is sent a JWT, and nothing else goes there. */
const originsFor = ({ loginUrl, apiUrl }: Target, credentials: Credentials): readonly string[] => [
  credentials.kind === 'jwtBearer' ? new URL(credentials.gateway.tokenUrl).origin : loginUrl,
  apiUrl,
];

const DEFAULT_TIMEOUT_MS = 30_000;

/** Sends nothing until the first call; the sign-in is part of it. */
export function createGenesys(parts: GenesysParts): Genesys {
  const { target } = parts;
  const agentFor = target.loopback ? undefined : parts.agentFor;
  const wire = createWire(originsFor(target, parts.credentials), parts.timeoutMs ?? DEFAULT_TIMEOUT_MS, agentFor);
  const api = createSession({ ...parts, wire, onWait: parts.onWait ?? (() => undefined) });
  return { ...resourcesOf(api, parts.clock), close: () => wire.close() };
}
