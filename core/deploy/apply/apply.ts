/** Does what a plan shows: codes first, then queues; every write journaled before, read back after. */
import type { ApplyResult, AssociateChange, ChangeResult } from '../model.ts';
import { pendingChanges } from '../summary.ts';
import { applyAssociations } from './associations.ts';
import type { CodeOutcome, CodeWrite } from './codes.ts';
import { applyCodes } from './codes.ts';
import type { ApplyRequest } from './run.ts';
import { startRun } from './run.ts';

/**
 * Results are in the order of the plan's changes. `done` is only what a list of the org showed
 * afterwards. Throws nothing that the org or the network can cause.
 */
export async function applyPlan(request: ApplyRequest): Promise<ApplyResult> {
  const { plan } = request;
  const run = startRun(request, pendingChanges(plan));
  await run.record('begin', {
    org: plan.org,
    environment: plan.environment,
    fingerprint: plan.fingerprint,
    asOf: plan.asOf,
    summary: plan.summary,
  });
  const writes = plan.changes.filter((change): change is CodeWrite => 'after' in change);
  const associations = plan.changes.filter((change): change is AssociateChange => change.kind === 'associate');
  const codes = await applyCodes(run, writes);
  const onQueues = await applyAssociations(run, associations, createsByName(codes));
  const results = plan.changes.map(
    (change): ChangeResult =>
      codes.get(change.id)?.result ??
      onQueues.get(change.id) ?? { change, outcome: 'not attempted', message: change.why },
  );
  const stopped = run.stopped();
  await run.record('end', {
    outcomes: results.map(({ change, outcome }) => ({ change: change.id, outcome })),
    ...(stopped === undefined ? {} : { stopped }),
  });
  return { plan, results, ...(stopped === undefined ? {} : { stopped }) };
}

function createsByName(codes: ReadonlyMap<string, CodeOutcome>): ReadonlyMap<string, CodeOutcome> {
  return new Map(
    [...codes.values()]
      .filter(({ result }) => result.change.kind === 'create')
      .map((outcome) => [outcome.result.change.name, outcome]),
  );
}
