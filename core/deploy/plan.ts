/** The plan: files and org in, what a push would do out. Pure, so the same input always gives the same plan. */
import { DateTime } from 'luxon';
import { ALL_DIVISIONS, codeChanges } from './codeChange.ts';
import { desiredOf } from './desired.ts';
import { fingerprintOf } from './fingerprint.ts';
import { matchAll } from './match.ts';
import type { Change, Plan, PlanRequest } from './model.ts';
import { finderOf } from './names.ts';
import { notDeployedOf } from './notDeployed.ts';
import { guardOrg } from './orgGuard.ts';
import { membershipOf, queueChanges } from './queueChanges.ts';
import { countNotDeployed, summarise } from './summary.ts';
import { viewOf } from './view.ts';

/** Throws `PlanRefused` when genesys.yaml binds the environment to another org. */
export function makePlan(request: PlanRequest): Plan {
  const { org, target } = request;
  guardOrg(target, org.organization);
  const finders = {
    queue: finderOf(org.queues, 'queue'),
    division: finderOf([...org.divisions, ALL_DIVISIONS], 'division'),
  };
  const isOn = membershipOf(org);
  const desired = desiredOf(request);
  const matched = matchAll(desired.codes, org.codes);
  const perEntry = matched.map((one) => {
    const own = codeChanges(one, finders.division);
    // Where the code itself cannot be made, there is nothing to put on a queue.
    const stuck = one.match.kind === 'none' && !own.some(({ kind }) => kind === 'create');
    return stuck ? own : [...own, ...queueChanges(one, isOn, finders.queue)];
  });
  const changes = withUniqueIds(perEntry.flat());
  const notDeployed = notDeployedOf(request, matched, finders, isOn);
  const unchanged = perEntry.filter((own) => own.length === 0).length;
  return {
    org: { id: org.organization.id, name: org.organization.name },
    environment: target.name,
    fingerprint: fingerprintOf({ org, environment: target.name, desired, matched, changes, notDeployed }),
    asOf: DateTime.fromMillis(request.asOf, { zone: 'utc' }).toISO() ?? '',
    summary: summarise(changes, unchanged),
    notDeployed: { counts: countNotDeployed(notDeployed), items: notDeployed },
    excluded: desired.excluded.length,
    changes,
    view: viewOf(matched, changes, org),
  };
}

/** Only blocked entries can share a name, and with it an id. */
function withUniqueIds(changes: readonly Change[]): readonly Change[] {
  const seen = new Map<string, number>();
  return changes.map((change) => {
    const count = (seen.get(change.id) ?? 0) + 1;
    seen.set(change.id, count);
    return count === 1 ? change : { ...change, id: `${change.id}#${count}` };
  });
}
