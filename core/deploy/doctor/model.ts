/** Plain data of the permission doctor: what a plan needs, and what is missing of it. */

/** Where a permission is needed, as far as the plan says it. */
export type Place =
  /** The id is `*` for what is of all divisions. */
  | { readonly kind: 'division'; readonly id: string; readonly name?: string }
  /** In the division of this queue, which a plan does not know. */
  | { readonly kind: 'queue'; readonly queue: { readonly id: string; readonly name: string } }
  /** Which division it is in, or whether it is in one, is not known. */
  | { readonly kind: 'unsaid' };

/** One kind of change in one place, and what the published API asks for it. */
export interface Requirement {
  /** At the start of a sentence: `Creating codes`. */
  readonly action: string;
  /** Whether all of the permissions are needed, or any one of them. */
  readonly require: 'ALL' | 'ANY';
  readonly permissions: readonly string[];
  readonly place: Place;
  /** Ids of the plan's changes. */
  readonly changes: readonly string[];
}

/** `missing` will be refused; of `unknown` it cannot be said, with what the org tells about roles. */
export interface MissingPermission {
  readonly certainty: 'missing' | 'unknown';
  readonly require: 'ALL' | 'ANY';
  /** Those of the requirement that are not held there. */
  readonly permissions: readonly string[];
  /** Where they are needed, if that is known. */
  readonly division?: { readonly id: string; readonly name?: string };
  /** Names of the divisions in which they are held. */
  readonly heldIn: readonly string[];
  /** Ids of the plan's changes that need them. */
  readonly changes: readonly string[];
  /** A sentence: what needs which permission where, and where it is held. */
  readonly text: string;
}

export interface Examination {
  readonly missing: readonly MissingPermission[];
  /** Why nothing could be examined, in a sentence. */
  readonly notRead?: string;
}
