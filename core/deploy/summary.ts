import type { Change, Plan, PlanSummary } from './model.ts';

/** Counts what a push sends, and what stays as it is. */
export function summarise(changes: readonly Change[], unchanged: number): PlanSummary {
  const count = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length;
  return {
    create: count('create'),
    update: count('update'),
    rename: count('rename'),
    move: count('move'),
    adopt: count('adopt'),
    associate: count('associate'),
    dissociate: count('dissociate'),
    delete: count('delete'),
    queueSettings: count('queueSettings'),
    outbound: count('outbound'),
    metadata: count('metadata'),
    unchanged,
    blocked: count('blocked'),
  };
}

/** The number of changes that a push would send. */
export const pendingChanges = (plan: Pick<Plan, 'changes'>): number =>
  plan.changes.filter(({ kind }) => kind !== 'blocked').length;
