/** Plain data that plan, apply and every host share. */
import type { GenesysProject, WrapUpCatalog } from '../contract/generated/files.ts';
import type { Change, NamingPlace, Write } from './changeModel.ts';
import type { Examination } from './doctor/model.ts';
import type { NamedRef, OrgSnapshot } from './orgModel.ts';

export type * from './changeModel.ts';
export type * from './orgModel.ts';

/** A catalog that was read and checked; `path` is how it is shown. */
export interface CatalogFile {
  readonly path: string;
  readonly catalog: WrapUpCatalog;
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
