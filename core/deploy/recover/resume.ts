/** What is left of an earlier apply, planned anew from the files. Writes nothing. */
import type { Plan, Write } from '../model.ts';
import type { PrepareRequest } from '../prepare.ts';
import { preparePlan } from '../prepare.ts';
import { selected } from '../selection.ts';
import { readOrgState } from './orgState.ts';
import type { Reconciled } from './reconcile.ts';
import { restOf } from './rest.ts';
import { standingOf } from './standing.ts';

export type Rest =
  /** The changes of the earlier apply that are left, and nothing else; there may be none. `ids` are theirs. */
  | { readonly kind: 'rest'; readonly plan: Plan; readonly ids: readonly string[] }
  /** Files or org have moved otherwise than by the earlier apply: `plan` is all of the new one, to be looked at. */
  | { readonly kind: 'moved'; readonly plan: Plan; readonly why: readonly string[] };

/** Throws as `preparePlan` does. */
export async function planRest(request: PrepareRequest, { outcomes }: Reconciled): Promise<Rest> {
  const plan = await preparePlan(request);
  const done = outcomes.flatMap(({ change, outcome }) => (outcome === 'done' ? [change] : []));
  const undone = outcomes.flatMap(({ change, outcome }) => (outcome === 'done' ? [] : [change]));
  const { ids, gone, moved } = restOf(undone, done, plan);
  const made = new Map(
    outcomes.flatMap(({ change, codeId }) =>
      change.kind === 'create' && codeId !== undefined ? [[change.name, codeId] as const] : [],
    ),
  );
  const unwanted = await stillMissing(request, gone, made);
  const why = [
    ...moved,
    ...unwanted.map(({ kind, name }) => `The files do not ask for the change "${kind}" of "${name}" any more.`),
  ];
  return why.length === 0 ? { kind: 'rest', plan: selected(plan, ids), ids } : { kind: 'moved', plan, why };
}

/** What the new plan leaves out, and the org does not have either: then the files say something else now. */
async function stillMissing(
  { genesys, signal, onProgress }: PrepareRequest,
  gone: readonly Write[],
  made: ReadonlyMap<string, string>,
): Promise<readonly Write[]> {
  if (gone.length === 0) return [];
  const state = await readOrgState(genesys, gone, {
    ...(signal === undefined ? {} : { signal }),
    onWait: (seconds) => onProgress?.('Reading what is left', seconds),
  });
  return gone.filter((change) => standingOf(change, made.get(change.name), state) !== 'asAfter');
}
