/** Does what a plan shows, kind by kind; every write journaled before, read back after. */
import type { ApplyResult, Change, ChangeResult, Write } from '../model.ts';
import { pendingChanges } from '../summary.ts';
import { applyAssociations } from './associations.ts';
import { applyCodes } from './codes.ts';
import { applyDeletions } from './deletions.ts';
import { applyDissociations } from './dissociations.ts';
import { madeOf } from './made.ts';
import { applyMoves } from './moves.ts';
import { applyOutbound } from './outbound.ts';
import type { Settled } from './outcome.ts';
import { applyQueueSettings } from './queueSettings.ts';
import { applyRows } from './rows.ts';
import type { ApplyRequest } from './run.ts';
import { startRun } from './run.ts';
import { tell } from './trail.ts';

/**
 * What gives comes before what takes away, so that a run that ends early has taken nothing from anybody. Results are in
 * the order of the plan's changes. `done` is only what the org showed afterwards. Throws nothing that the org or the
 * network can cause.
 */
export async function applyPlan(request: ApplyRequest): Promise<ApplyResult> {
  const { plan, actor } = request;
  const { org, environment, fingerprint, asOf, summary } = plan;
  const run = startRun(request, pendingChanges(plan));
  const writes = plan.changes.filter((change): change is Write => change.kind !== 'blocked');
  const detail = { org, environment, fingerprint, asOf, summary, actor, changes: writes };
  await run.record({ event: 'begin', detail });

  const results = new Map<string, ChangeResult>();
  const keep = async (settled: readonly Settled[]): Promise<readonly Settled[]> => {
    for (const { result } of settled) results.set(result.change.id, result);
    await tell(run, settled);
    return settled;
  };
  const edits = [...of(writes, 'create'), ...of(writes, 'update', 'adopt', 'rename')];
  const edited = await keep(await applyCodes(run, edits));
  const made = madeOf(edited);
  await keep(await applyMoves(run, of(writes, 'move'), edited));
  await keep(await applyAssociations(run, of(writes, 'associate'), made));
  await keep(await applyQueueSettings(run, of(writes, 'queueSettings')));
  await keep(await applyOutbound(run, of(writes, 'outbound'), made));
  await keep(await applyRows(run, of(writes, 'metadata'), made));
  const leaving = await keep(await applyDissociations(run, of(writes, 'dissociate')));
  await keep(await applyDeletions(run, of(writes, 'delete'), leaving));

  const inOrder = plan.changes.map(
    (change): ChangeResult => results.get(change.id) ?? { change, outcome: 'not attempted', message: change.why },
  );
  const stopped = run.stopped();
  const end = stopped === undefined ? {} : { stopped };
  const outcomes = inOrder.map(({ change, outcome }) => ({ change: change.id, outcome }));
  await run.record({ event: 'end', detail: { outcomes, ...end } });
  return { plan, results: inOrder, ...end };
}

function of<K extends Write['kind']>(
  changes: readonly Change[],
  ...kinds: readonly K[]
): readonly Extract<Write, { kind: K }>[] {
  const wanted: ReadonlySet<string> = new Set(kinds);
  return changes.filter((change): change is Extract<Write, { kind: K }> => wanted.has(change.kind));
}
