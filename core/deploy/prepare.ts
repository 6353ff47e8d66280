/** From files to a plan, and from a reviewed plan to its result, for hosts. */
import type { GenesysProject } from '../contract/generated/files.ts';
import type { CallOptions, Genesys } from '../genesys/index.ts';
import type { Actor, AuditLog } from '../audit/model.ts';
import type { Clock, Journal } from '../ports.ts';
import { applyPlan } from './apply/apply.ts';
import { withPermissions } from './doctor/index.ts';
import type { ApplyProgress, ApplyResult, CatalogFile, Plan, PlanTarget, ProjectAround } from './model.ts';
import { guardOrg } from './orgGuard.ts';
import { makePlan } from './plan.ts';
import { defaultSelection, selected } from './selection.ts';
import { readSnapshot } from './snapshot.ts';
import { wantedOf } from './wanted.ts';

export interface PrepareRequest {
  readonly genesys: Genesys;
  readonly catalogs: readonly CatalogFile[];
  readonly project: GenesysProject | undefined;
  readonly target: PlanTarget;
  /** What else the project holds, and which of its catalogs cannot be read. */
  readonly around?: ProjectAround;
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  /** A few words for each step of reading, and the seconds left while a rate limit is waited out. */
  readonly onProgress?: (current: string, waitSeconds?: number) => void;
}

/**
 * Reads the org, plans, and looks whether these credentials may do what is planned; writes nothing. Throws `GenesysError`
 * or `PlanRefused`.
 */
export async function preparePlan(request: PrepareRequest): Promise<Plan> {
  const plan = await readAndPlan(request);
  const { genesys, signal, onProgress } = request;
  const current = 'Reading roles and permissions';
  onProgress?.(current);
  return withPermissions(genesys, plan, {
    ...(signal === undefined ? {} : { signal }),
    onWait: (seconds) => (seconds > 0 ? onProgress?.(current, seconds) : onProgress?.(current)),
  });
}

async function readAndPlan(request: PrepareRequest): Promise<Plan> {
  const { genesys, catalogs, project, target, around, clock } = request;
  let current = 'Reading the organization';
  const tell = (waitSeconds: number): void =>
    waitSeconds > 0 ? request.onProgress?.(current, waitSeconds) : request.onProgress?.(current);
  const options: CallOptions = {
    ...(request.signal === undefined ? {} : { signal: request.signal }),
    onWait: tell,
  };
  tell(0);
  const organization = await genesys.organization(options);
  // The guard comes before anything else of a foreign org is read.
  guardOrg(target, organization);
  const wanted = wantedOf({ catalogs, project, target, asOf: clock.now() });
  const org = await readSnapshot(genesys, organization, wanted, {
    ...options,
    onProgress: (step) => {
      current = step;
      tell(0);
    },
  });
  return makePlan({ catalogs, project, target, org, asOf: clock.now(), ...(around === undefined ? {} : { around }) });
}

export interface ApplyReviewedRequest extends Omit<PrepareRequest, 'onProgress'> {
  /** The plan that a person or a flag confirmed, or only its fingerprint (`--expect`). */
  readonly reviewed: Pick<Plan, 'fingerprint' | 'permissions'>;
  /** The ids of what was chosen of it. Left out: what is sent where nobody chooses. */
  readonly select?: (plan: Plan) => Iterable<string>;
  readonly journal: Journal;
  /** As in `ApplyRequest`. */
  readonly audit: AuditLog;
  readonly actor: Actor;
  /** Names this apply in the journal; unique. */
  readonly applyId: string;
  /** As in `ApplyRequest`. */
  readonly patience?: AbortSignal;
  readonly onProgress?: (progress: ApplyProgress) => void;
}

/** `moved`: files, org or dates are no longer what was reviewed; nothing was written, `plan` is the new one to show. */
export type ReviewedResult =
  | { readonly kind: 'applied'; readonly result: ApplyResult }
  | { readonly kind: 'moved'; readonly plan: Plan };

/** Reads and plans anew, and applies only if that is still the reviewed plan. Throws as `preparePlan` does. */
export async function applyReviewed(request: ApplyReviewedRequest): Promise<ReviewedResult> {
  const {
    reviewed,
    select = defaultSelection,
    journal,
    audit,
    actor,
    applyId,
    onProgress,
    patience,
    ...rest
  } = request;
  const plan = await readAndPlan({
    ...rest,
    onProgress: (current, waitSeconds) =>
      onProgress?.({ done: 0, total: 0, current, ...(waitSeconds === undefined ? {} : { waitSeconds }) }),
  });
  if (plan.fingerprint !== reviewed.fingerprint) return { kind: 'moved', plan: selected(plan, select(plan)) };
  // Roles are not read twice for one plan: a write that is refused is told with what the review said.
  const { permissions } = reviewed;
  const chosen = selected(permissions === undefined ? plan : { ...plan, permissions }, select(plan));
  const { genesys, clock, signal } = request;
  const result = await applyPlan({
    plan: chosen,
    genesys,
    clock,
    journal,
    audit,
    actor,
    applyId,
    ...(signal === undefined ? {} : { signal }),
    ...(patience === undefined ? {} : { patience }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  return { kind: 'applied', result };
}
