/** From an apply's journal and the org of now to the plan that takes it back. Writes nothing. */
import type { CallOptions, Genesys } from '../../genesys/index.ts';
import type { Clock } from '../../ports.ts';
import type { ApplyStory } from '../apply/journalRecords.ts';
import { withPermissions } from '../doctor/index.ts';
import type { Plan, PlanTarget } from '../model.ts';
import { guardOrg } from '../orgGuard.ts';
import { readOrgState } from '../recover/orgState.ts';
import { doneBy } from './doneBy.ts';
import { undoPlan } from './undoPlan.ts';

export interface PlanUndoRequest {
  readonly genesys: Genesys;
  readonly clock: Clock;
  readonly target: PlanTarget;
  readonly applyId: string;
  /** Of an apply of the org that `genesys` leads to. */
  readonly story: ApplyStory;
  readonly options?: CallOptions;
}

/** With what these credentials lack for it. Throws `GenesysError` or `PlanRefused`. */
export async function planUndo(request: PlanUndoRequest): Promise<Plan> {
  const { genesys, clock, target, applyId, story, options = {} } = request;
  const organization = await genesys.organization(options);
  guardOrg(target, organization);
  const touched = doneBy(story).map(({ change }) => change);
  const org = await readOrgState(genesys, touched, options);
  const { id, name } = organization;
  const plan = undoPlan({
    applyId,
    story,
    organization: { id, name },
    environment: target.name,
    org,
    asOf: clock.now(),
  });
  return withPermissions(genesys, plan, options);
}
