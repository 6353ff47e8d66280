import type { Change, NotDeployed, NotDeployedKind, Plan, PlanSummary } from './model.ts';

/** Counts what a push sends. What this version does not deploy has its own count and is 0 here. */
export function summarise(changes: readonly Change[], unchanged: number): PlanSummary {
  const count = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length;
  return {
    create: count('create'),
    update: count('update'),
    rename: count('rename'),
    move: 0,
    adopt: count('adopt'),
    associate: count('associate'),
    dissociate: 0,
    delete: 0,
    queueSettings: 0,
    outbound: 0,
    metadata: 0,
    unchanged,
    blocked: count('blocked'),
  };
}

export function countNotDeployed(items: readonly NotDeployed[]): Readonly<Record<NotDeployedKind, number>> {
  const counts = { move: 0, dissociate: 0, delete: 0, queueSettings: 0, outbound: 0, metadata: 0 };
  for (const { kind } of items) counts[kind]++;
  return counts;
}

/** The number of changes that a push would send. */
export const pendingChanges = (plan: Pick<Plan, 'changes'>): number =>
  plan.changes.filter(({ kind }) => kind !== 'blocked').length;
