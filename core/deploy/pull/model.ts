/** Plain data of a pull: an org, or a table, as a catalog. */
import type { GenesysProject, WrapUpCatalog } from '../../contract/generated/files.ts';
import type { OrgSnapshot, PlanTarget } from '../model.ts';

/** Left out: everything. Names are the org's; an asterisk stands for any characters, and case does not count. */
export interface PullFilter {
  readonly divisions?: readonly string[];
  /** Codes on one of these queues. */
  readonly queues?: readonly string[];
  readonly names?: readonly string[];
}

export interface PullRequest {
  /** With the codes of the queues that are to be in the catalog. */
  readonly org: OrgSnapshot;
  readonly project: GenesysProject | undefined;
  readonly target: PlanTarget;
  readonly only?: PullFilter;
}

/** What the org has and a catalog cannot, with a sentence that says why. */
export interface LeftOut {
  readonly kind: 'code' | 'queue';
  readonly name: string;
  readonly why: string;
}

export interface Pulled {
  readonly catalog: WrapUpCatalog;
  readonly leftOut: readonly LeftOut[];
}
