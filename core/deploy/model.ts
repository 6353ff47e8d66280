/** Plain data that plan, apply and every host share. */
import type { GenesysProject, WrapUpCatalog } from '../contract/generated/files.ts';

/** A catalog that was read and checked; `path` is how it is shown. */
export interface CatalogFile {
  readonly path: string;
  readonly catalog: WrapUpCatalog;
}

export interface NamedRef {
  readonly id: string;
  readonly name: string;
}

/** A wrap-up code as the org has it (`WrapupCode`); `division.id` is `*` for all divisions. */
export interface OrgCode {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly division?: { readonly id: string; readonly name?: string };
  readonly dateModified?: string;
}

export interface OrgQueue {
  readonly id: string;
  readonly name: string;
  /** `acwSettings.wrapupPrompt`, where the org says it. */
  readonly wrapupPrompt?: string;
  /** `acwSettings.timeoutMs`, where the org says it. */
  readonly wrapupTimeoutMs?: number;
}

/** What a plan needs to know of the org, read in one go. */
export interface OrgSnapshot {
  readonly organization: NamedRef;
  readonly divisions: readonly NamedRef[];
  readonly codes: readonly OrgCode[];
  readonly queues: readonly OrgQueue[];
  /** Queue id → ids of the codes on it, for the queues that the catalogs name. */
  readonly queueCodes: Readonly<Record<string, readonly string[]>>;
}

/** The environment a plan is for. `name` is a key of `genesys.yaml`'s environments, or `Sandbox`. */
export interface PlanTarget {
  readonly name: string;
  /** The organisation id that genesys.yaml binds; a plan against another org is refused. */
  readonly org?: string;
  readonly protected: boolean;
}

export interface PlanRequest {
  readonly catalogs: readonly CatalogFile[];
  readonly project: GenesysProject | undefined;
  readonly target: PlanTarget;
  readonly org: OrgSnapshot;
  /** The plan's instant, ms since the epoch: decides which codes are valid. */
  readonly asOf: number;
}

/** The request a change stands for, as it will be sent. */
export interface Call {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

interface ChangeBase {
  /** Stable within a plan: `create:Technical Support Escalation`, `associate:<queue>:<code>`. */
  readonly id: string;
  /** The code's name in the file. */
  readonly name: string;
  /** The catalog that asks for it. */
  readonly path: string;
  /** One sentence. */
  readonly why: string;
}

export interface CodeFields {
  readonly name: string;
  readonly description?: string;
  readonly division?: { readonly id: string; readonly name?: string };
}

/** The code does not exist in the org. */
export interface CreateChange extends ChangeBase {
  readonly kind: 'create';
  readonly after: CodeFields;
  readonly call: Call;
}

/**
 * The code exists and keeps its id and history. `update`: same name, other content. `adopt`: the org
 * spells the name differently (case, spaces, Unicode form). `rename`: found under an earlier name.
 */
export interface EditChange extends ChangeBase {
  readonly kind: 'update' | 'adopt' | 'rename';
  readonly codeId: string;
  readonly before: CodeFields;
  readonly after: CodeFields;
  readonly call: Call;
}

/** Puts one code on one queue; calls are batched per queue, at most 100 codes each. */
export interface AssociateChange extends ChangeBase {
  readonly kind: 'associate';
  readonly queue: NamedRef;
  /** Absent while the code is still to be created by this plan. */
  readonly codeId?: string;
  readonly call: Call;
}

/** Nothing is sent for this entry, and a push says so. */
export interface BlockedChange extends ChangeBase {
  readonly kind: 'blocked';
}

export type Change = CreateChange | EditChange | AssociateChange | BlockedChange;
export type Write = Exclude<Change, BlockedChange>;

/** What the file asks for and this version does not deploy: counted and listed, never silent. */
export type NotDeployedKind = 'move' | 'dissociate' | 'delete' | 'queueSettings' | 'outbound' | 'metadata';

export interface NotDeployed {
  readonly kind: NotDeployedKind;
  readonly name: string;
  readonly path: string;
  readonly why: string;
}

export interface PlanSummary {
  readonly create: number;
  readonly update: number;
  readonly rename: number;
  readonly move: number;
  readonly adopt: number;
  readonly associate: number;
  readonly dissociate: number;
  readonly delete: number;
  readonly queueSettings: number;
  readonly outbound: number;
  readonly metadata: number;
  readonly unchanged: number;
  readonly blocked: number;
}

export interface Plan {
  readonly org: NamedRef;
  readonly environment: string;
  /** Of the files, the parts of the org they touch, and what the instant decided; not of the clock itself. */
  readonly fingerprint: string;
  /** ISO 8601. */
  readonly asOf: string;
  readonly summary: PlanSummary;
  readonly notDeployed: {
    readonly counts: Readonly<Record<NotDeployedKind, number>>;
    readonly items: readonly NotDeployed[];
  };
  /** Entries that `environments:` keeps out of this environment. Not a problem, only counted. */
  readonly excluded?: number;
  readonly changes: readonly Change[];
  /** Org and file as normalised YAML text, for a diff editor. */
  readonly view: { readonly before: string; readonly after: string };
}

/** `done` was seen in the org afterwards; `unknown` may or may not have happened. Never guessed. */
export type Outcome = 'done' | 'failed' | 'unknown' | 'not attempted';

export interface ChangeResult {
  readonly change: Change;
  readonly outcome: Outcome;
  /** What happened and what to do, for everything but a plain `done`. */
  readonly message?: string;
  readonly correlationId?: string;
}

export interface ApplyResult {
  readonly plan: Plan;
  readonly results: readonly ChangeResult[];
  /** Set when the run ended early: cancelled, signed out, unreachable, a rate limit without end, no journal. */
  readonly stopped?: string;
}

/** What a host shows while it runs. `waitSeconds` counts down a rate limit. */
export interface ApplyProgress {
  readonly done: number;
  readonly total: number;
  readonly current: string;
  readonly waitSeconds?: number;
}
