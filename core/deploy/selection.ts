/** Which changes of a plan are sent: what takes something away or reaches beyond the codes waits to be chosen. */
import { putCode } from './codeChange.ts';
import { lackingFor } from './doctor/index.ts';
import type { Change, EditChange, MoveChange, Plan, Write } from './model.ts';
import { summarise } from './summary.ts';
import { viewOf } from './view.ts';

/** Kinds that are sent only where somebody asks for them. */
export const ASKED_KINDS = ['dissociate', 'delete', 'queueSettings', 'outbound'] as const;
export type AskedKind = (typeof ASKED_KINDS)[number];

/** Ids of the changes that are sent where nobody chose. */
export const defaultSelection = (plan: Pick<Plan, 'changes'>): ReadonlySet<string> => selectionWith(plan, []);

/** Ids of those and of all changes of the kinds that were asked for. */
export function selectionWith({ changes }: Pick<Plan, 'changes'>, asked: readonly AskedKind[]): ReadonlySet<string> {
  const waiting: ReadonlySet<string> = new Set(ASKED_KINDS.filter((kind) => !asked.includes(kind)));
  return new Set(changes.filter(({ kind }) => kind !== 'blocked' && !waiting.has(kind)).map(({ id }) => id));
}

/**
 * A whole plan with only these changes, whose calls still fit each other: what needs a code that is not created is left
 * out too, a move without its edit sends the org's own text, and a deletion takes its code off the queues first. What is
 * left out is listed. The fingerprint stays; the view follows.
 */
export function selected(plan: Plan, ids: Iterable<string>): Plan {
  const chosen = withDissociations(plan.changes, new Set(ids));
  const isSent = sentBy(plan.changes, chosen);
  const changes = plan.changes
    .filter((change) => change.kind === 'blocked' || isSent(change))
    .map((change) => (change.kind === 'move' ? fitting(change, plan.changes, chosen) : change));
  const notSelected = plan.changes.filter((change): change is Write => change.kind !== 'blocked' && !isSent(change));
  const { notSelected: _before, permissions, ...rest } = plan;
  const { codes } = plan.view;
  return {
    ...rest,
    ...(codes === undefined ? {} : { view: viewOf(codes, plan.changes, changes) }),
    summary: summarise(changes, plan.summary.unchanged),
    changes,
    ...(notSelected.length === 0 ? {} : { notSelected }),
    ...(permissions === undefined ? {} : { permissions: lackingFor(changes, permissions) }),
  };
}

function withDissociations(changes: readonly Change[], chosen: ReadonlySet<string>): ReadonlySet<string> {
  const deleted = new Set(
    changes.flatMap((change) => (change.kind === 'delete' && chosen.has(change.id) ? [change.codeId] : [])),
  );
  const needed = changes.filter((change) => change.kind === 'dissociate' && deleted.has(change.codeId));
  return new Set([...chosen, ...needed.map(({ id }) => id)]);
}

function sentBy(changes: readonly Change[], chosen: ReadonlySet<string>): (change: Change) => boolean {
  const leftOut = (kind: 'create' | 'delete'): ReadonlySet<string> =>
    new Set(changes.filter((change) => change.kind === kind && !chosen.has(change.id)).map(({ name }) => name));
  const notMade = leftOut('create');
  const notDeleted = leftOut('delete');
  return (change) => {
    if (!chosen.has(change.id)) return false;
    if (change.kind === 'associate' || change.kind === 'outbound' || change.kind === 'metadata') {
      // A code that stays in the org keeps its row.
      if (notMade.has(change.name)) return false;
      return !(change.kind === 'metadata' && change.after === undefined && notDeleted.has(change.name));
    }
    return true;
  };
}

const isEdit = (change: Change): change is EditChange =>
  change.kind === 'update' || change.kind === 'adopt' || change.kind === 'rename';

function fitting(move: MoveChange, changes: readonly Change[], chosen: ReadonlySet<string>): MoveChange {
  const edit = changes.filter(isEdit).find(({ codeId }) => codeId === move.codeId);
  if (edit === undefined || chosen.has(edit.id)) return move;
  const { division } = move.after;
  const after = { ...edit.before, ...(division === undefined ? {} : { division }) };
  return { ...move, before: edit.before, after, call: putCode(move.codeId, after) };
}
