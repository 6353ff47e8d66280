/** Plain data that plan, apply and every host share. */
import type { GenesysProject, WrapUpCatalog } from '../contract/generated/files.ts';
import type { Examination } from './doctor/model.ts';

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

/** `acwSettings` of a queue, as far as a catalog speaks of it. */
export interface AfterCallWorkFields {
  readonly wrapupPrompt?: string;
  /** Milliseconds. */
  readonly timeoutMs?: number;
}

/** The org's one document of outbound mappings (`WrapUpCodeMapping`), by the codes' ids. */
export interface OrgOutbound {
  readonly version: number;
  readonly defaultSet: readonly string[];
  readonly mapping: Readonly<Record<string, readonly string[]>>;
}

/** A value in a row of an Architect data table: its column types are boolean, string, integer and number. */
export type Cell = string | number | boolean;
export type Row = Readonly<Record<string, Cell>>;

/** The data table of the environment, with the rows that the catalogs speak of. */
export interface OrgTable extends NamedRef {
  /** The columns, without `key`, and their types. */
  readonly columns: Readonly<Record<string, 'boolean' | 'string' | 'integer' | 'number'>>;
  /** By `key`. */
  readonly rows: Readonly<Record<string, Row>>;
}

/** What a plan needs to know of the org, read in one go. */
export interface OrgSnapshot {
  readonly organization: NamedRef;
  readonly divisions: readonly NamedRef[];
  readonly codes: readonly OrgCode[];
  readonly queues: readonly OrgQueue[];
  /** Queue id → ids of the codes on it, for the queues that the catalogs name. */
  readonly queueCodes: Readonly<Record<string, readonly string[]>>;
  /** Absent where no catalog speaks of it. */
  readonly outbound?: OrgOutbound;
  /** Absent where the environment names none; the name where the org has no such table. */
  readonly table?: OrgTable | { readonly missing: string };
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
  /** Absent where the project is no more than these catalogs. */
  readonly around?: ProjectAround;
}

/** What the project holds beside the catalogs of a plan. */
export interface ProjectAround {
  /** Its other catalogs: what they list stays on a queue whose membership is exact. */
  readonly catalogs: readonly CatalogFile[];
  /** Catalogs that cannot be read, as they are shown: while there is one, exact membership takes nothing off. */
  readonly unreadable: readonly string[];
  /** Where its queries and survey rules name codes. */
  readonly mentions: readonly CodeMention[];
}

/** A code that is named somewhere: by its `code`, by its name, or by either where the place takes both. */
export interface CodeMention extends NamingPlace {
  readonly in: 'rule' | 'query';
  readonly by: 'code' | 'name' | 'either';
  readonly text: string;
}

/** The request a change stands for, as it will be sent. */
export interface Call {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /**
   * The body is a part of this document of the org, which is read just before; all else of it is sent back as it is, also
   * fields that nobody knows.
   */
  readonly into?: 'queue' | 'outboundMappings' | 'tableRow';
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

/** Gives a code to another division, by a PUT that names everything again. Comes after an edit of the same code. */
export interface MoveChange extends ChangeBase {
  readonly kind: 'move';
  readonly codeId: string;
  readonly before: CodeFields;
  readonly after: CodeFields;
  readonly call: Call;
}

/** Takes one code off one queue. */
export interface DissociateChange extends ChangeBase {
  readonly kind: 'dissociate';
  readonly queue: NamedRef;
  readonly codeId: string;
  readonly call: Call;
}

/** A place in a file that names a code. */
export interface NamingPlace {
  readonly path: string;
  /** A few words: `query 2`, `rule 4`. */
  readonly what: string;
}

/** Removes a code from the org, by `state: deleted` only. It cannot be taken back: a new code has a new id. */
export interface DeleteChange extends ChangeBase {
  readonly kind: 'delete';
  readonly codeId: string;
  readonly before: CodeFields;
  /** What still points to it. */
  readonly pointing: {
    readonly queues: readonly NamedRef[];
    /** The flags of its outbound mapping; absent where it has none, or none was read. */
    readonly outbound?: readonly string[];
    readonly rules: readonly NamingPlace[];
    readonly queries: readonly NamingPlace[];
  };
  readonly call: Call;
}

/** Sets `acwSettings` of a queue, and nothing else of it. `name` is the queue's in the file. */
export interface QueueSettingsChange extends ChangeBase {
  readonly kind: 'queueSettings';
  readonly queue: NamedRef;
  readonly before: AfterCallWorkFields;
  /** Only what the file says. */
  readonly after: AfterCallWorkFields;
  /** What the queue is to have no more. Only an undo asks for it: a file cannot. */
  readonly cleared?: readonly (keyof AfterCallWorkFields)[];
  readonly call: Call;
}

/** Sets or removes a code's entry in the outbound mappings. One PUT stands for all of them. */
export interface OutboundChange extends ChangeBase {
  readonly kind: 'outbound';
  /** Absent while the code is still to be created by this plan. */
  readonly codeId?: string;
  /** Absent: no entry. */
  readonly before?: readonly string[];
  /** Absent: the entry is removed, so that the org's default set applies. */
  readonly after?: readonly string[];
  readonly call: Call;
}

/** Writes or removes the row of a code in the environment's data table. */
export interface MetadataChange extends ChangeBase {
  readonly kind: 'metadata';
  readonly table: NamedRef;
  readonly key: string;
  readonly before?: Row;
  /** Absent: the row is removed. Columns that are not named stay as they are. */
  readonly after?: Row;
  /** The column `id` gets the id of the code of this name, which this plan creates: nobody knows it before. */
  readonly awaitsId?: true;
  readonly call: Call;
}

/** Nothing is sent for this entry, and a push says so. */
export interface BlockedChange extends ChangeBase {
  readonly kind: 'blocked';
}

export type Change =
  | CreateChange
  | EditChange
  | MoveChange
  | AssociateChange
  | DissociateChange
  | DeleteChange
  | QueueSettingsChange
  | OutboundChange
  | MetadataChange
  | BlockedChange;
export type Write = Exclude<Change, BlockedChange>;

/** What a plan knows and does nothing about. */
export type PlanNoteKind = 'expired' | 'notYetValid' | 'mandatoryUnmet' | 'strangers' | 'unreadable';

/** Information: nothing is sent for it, and nothing is wrong with the files. */
export interface PlanNote {
  readonly kind: PlanNoteKind;
  /** The code's or the queue's in the file; of an unreadable catalog, its path. */
  readonly name: string;
  readonly path: string;
  /** A sentence or two. */
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
  readonly notes: readonly PlanNote[];
  /** Entries that `environments:` keeps out of this environment. Not a problem, only counted. */
  readonly excluded?: number;
  /** In an order in which they can be sent. */
  readonly changes: readonly Change[];
  /** What the files ask for and was left out of `changes` by a selection; absent where nothing was. */
  readonly notSelected?: readonly Write[];
  /** What the credentials lack for `changes`; absent where nothing is missing, and where nobody looked. */
  readonly permissions?: Examination;
  readonly view: PlanView;
}

/** Org and file as normalised YAML text, for a diff editor. */
export interface PlanView {
  /** The org today. */
  readonly before: string;
  /** The org when `changes` are done. */
  readonly after: string;
  /** The codes of `before`, so that `after` can follow what is selected; absent where there are none to show. */
  readonly codes?: readonly ViewCode[];
}

/** A heading per code, which stands on both sides: a comparison pairs it, and so never one code's lines with another's. */
export interface ViewCode {
  /** The entry's name in the file. */
  readonly heading: string;
  /** Absent where the org has no such code. */
  readonly codeId?: string;
  readonly code?: ViewFields;
}

export interface ViewFields {
  readonly name: string;
  readonly description?: string;
  /** Its name. */
  readonly division?: string;
  /** Their names. */
  readonly queues?: readonly string[];
  /** Only where the file speaks of it. */
  readonly outbound?: readonly string[];
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
