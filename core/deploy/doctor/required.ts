/** Which permissions the calls of a plan need, by the published list of the API. */
import { permissionsOf } from '../../contract/permissions.ts';
import type { Change, Plan, Write } from '../model.ts';
import type { Place, Requirement } from './model.ts';

/** In the order of the plan's changes; changes that need the same in the same place are one. */
export function requiredPermissions(plan: Pick<Plan, 'changes'>): readonly Requirement[] {
  const found = new Map<string, { readonly requirement: Requirement; readonly changes: Set<string> }>();
  for (const change of plan.changes) {
    for (const requirement of requirementsOf(change)) {
      const key = JSON.stringify({ ...requirement, changes: [] });
      const same = found.get(key);
      if (same === undefined) found.set(key, { requirement, changes: new Set([change.id]) });
      else same.changes.add(change.id);
    }
  }
  return [...found.values()].map(({ requirement, changes }) => ({ ...requirement, changes: [...changes] }));
}

function requirementsOf(change: Change): readonly Requirement[] {
  if (change.kind === 'blocked') return [];
  const { call } = change;
  // What a PUT is put into is read just before it.
  const methods = call.into === undefined ? [call.method] : ['GET', call.method];
  return methods.flatMap((method) => {
    const needed = permissionsOf(method, call.path);
    if (needed === undefined || needed.require === 'NO') return [];
    const { require, permissions } = needed;
    return placesOf(change).map((place) => ({
      action: actionOf(change, method),
      require,
      permissions,
      place,
      changes: [change.id],
    }));
  });
}

const ACTIONS: Readonly<Record<Exclude<Write['kind'], 'metadata'>, string>> = {
  create: 'Creating codes',
  update: 'Changing codes',
  adopt: 'Changing codes',
  rename: 'Changing codes',
  move: 'Giving codes to another division',
  associate: 'Putting codes on queues',
  dissociate: 'Taking codes off queues',
  delete: 'Deleting codes',
  queueSettings: 'Changing the after-call work of queues',
  outbound: 'Changing the outbound mappings',
};

function actionOf(change: Write, method: string): string {
  if (method === 'GET') return READS[change.call.into ?? 'queue'];
  if (change.kind !== 'metadata') return ACTIONS[change.kind];
  if (method === 'POST') return 'Adding rows to a data table';
  return method === 'DELETE' ? 'Removing rows from a data table' : 'Changing rows of a data table';
}

const READS = {
  queue: 'Reading queues before they are changed',
  outboundMappings: 'Reading the outbound mappings before they are changed',
  tableRow: 'Reading rows of a data table before they are changed',
} as const;

/** A code that is moved is changed in its old division and in its new one. */
function placesOf(change: Write): readonly Place[] {
  switch (change.kind) {
    case 'create':
      return [divisionOf(change.after.division)];
    case 'update':
    case 'adopt':
    case 'rename':
    case 'delete':
      return [divisionOf(change.before.division)];
    case 'move':
      return [divisionOf(change.before.division), divisionOf(change.after.division)];
    case 'associate':
    case 'dissociate':
    case 'queueSettings':
      return [{ kind: 'queue', queue: change.queue }];
    case 'outbound':
    case 'metadata':
      return [{ kind: 'unsaid' }];
  }
}

const divisionOf = (division: { readonly id: string; readonly name?: string } | undefined): Place =>
  division === undefined ? { kind: 'unsaid' } : { kind: 'division', ...division };
