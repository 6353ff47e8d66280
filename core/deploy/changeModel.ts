/** Everything that a push can do to an org, as plain data. */
import type { AfterCallWorkFields, NamedRef, Row } from './orgModel.ts';

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
