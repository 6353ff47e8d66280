/** A push of one catalog that needs every kind of call, against the real sandbox. */
import type { ApplyResult, CatalogFile, Plan } from '#core/deploy/model.ts';
import { applyPlan } from '#core/deploy/apply/apply.ts';
import { preparePlan } from '#core/deploy/prepare.ts';
import { ACTOR, catalog, DEV, type KeptJournal, keptJournal, type KeptTrail, keptTrail } from './support.ts';
import { type World, type WorldOptions, openWorld } from '../genesys/support.ts';
import type { FaultHook, FaultTarget } from '#sandbox/faults.ts';

/** Every kind of change: two creates, an update, an adopt, a rename, associations on two queues. */
export const CATALOG: CatalogFile = catalog([
  { name: 'Push New One', description: 'first', division: 'Support', queues: ['Support Voice', 'Billing'] },
  { name: 'Push New Two', division: '*', queues: ['Support Voice'] },
  { name: 'Push Update', description: 'new text' },
  { name: 'Push Adopt', queues: ['Billing'] },
  { name: 'Push Rename', formerly: ['Push Earlier'] },
]);

export const CHANGES = [
  'create Push New One',
  'create Push New Two',
  'update Push Update',
  'adopt Push Adopt',
  'rename Push Rename',
  'associate Push New One',
  'associate Push New One',
  'associate Push New Two',
  'associate Push Adopt',
];

export interface PushWorld extends World {
  readonly journal: KeptJournal;
  readonly audit: KeptTrail;
  plan(): Promise<Plan>;
  apply(plan: Plan, signal?: AbortSignal): Promise<ApplyResult>;
  /** Faults strike only from here on, so that making the org ready is left alone. */
  arm(hook: FaultHook): void;
}

export async function openPush(options: WorldOptions = {}): Promise<PushWorld> {
  let hook: FaultHook = () => undefined;
  const world = await openWorld({ ...options, fault: (request: FaultTarget) => hook(request) });
  const { genesys, clock, sandbox } = world;
  const journal = keptJournal();
  const audit = keptTrail();
  const seed = [...sandbox.org.codes.values()].find(({ deleted }) => deleted === undefined);
  if (seed === undefined) throw new Error('The seed has no codes.');
  for (const [name, description] of [
    ['Push Update', 'old text'],
    ['push  adopt', 'kept'],
    ['Push Earlier', 'kept too'],
  ] as const) {
    sandbox.org.codes.set(`id ${name}`, { ...seed, id: `id ${name}`, name, description, divisionId: '*' });
  }
  return {
    ...world,
    journal,
    audit,
    plan: () => preparePlan({ genesys, catalogs: [CATALOG], project: undefined, target: DEV, clock }),
    apply: (plan, signal) =>
      applyPlan({
        plan,
        genesys,
        clock,
        journal,
        audit,
        actor: ACTOR,
        applyId: 'test',
        ...(signal === undefined ? {} : { signal }),
      }),
    arm: (next) => {
      hook = next;
    },
  };
}
