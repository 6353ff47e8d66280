/** A push that holds every kind of change, against the real sandbox whose org is made ready for it. */
import type { GenesysProject } from '#core/contract/generated/files.ts';
import { applyPlan } from '#core/deploy/apply/apply.ts';
import type { ApplyResult, CatalogFile, Plan } from '#core/deploy/model.ts';
import { preparePlan, type PrepareRequest } from '#core/deploy/prepare.ts';
import type { FaultHook, FaultTarget } from '#sandbox/faults.ts';
import { addNewerFields } from '#sandbox/org/newerFields.ts';
import type { Org, WrapupCode } from '#sandbox/org/model.ts';
import { openWorld, type World, type WorldOptions } from '../genesys/support.ts';
import { ACTOR, catalog, DEV, type KeptJournal, keptJournal, type KeptTrail, keptTrail } from './support.ts';

export const EVERY_KIND = catalog(
  [
    { name: 'Kind New', division: 'Support', queues: ['Support Voice', 'Billing'], outbound: ['BUSINESS_SUCCESS'] },
    { name: 'Kind Update', description: 'new text', division: 'Support' },
    { name: 'Kind Adopt', outbound: 'default' },
    { name: 'Kind Rename', formerly: ['Kind Earlier'] },
    { name: 'Kind Retired', queues: ['Billing'], state: 'retired' },
    { name: 'Kind Deleted', state: 'deleted' },
  ],
  { queues: { Billing: { afterCallWork: { prompt: 'MANDATORY_TIMEOUT', timeout: '45s' } }, 'Support Voice': {} } },
);

/** The same and new codes on three queues, each with its row: 200 changes. */
export const TWO_HUNDRED: CatalogFile = catalog(
  [
    ...EVERY_KIND.catalog.codes,
    ...Array.from({ length: 46 }, (_, index) => ({
      name: `Large ${index}`,
      queues: ['Support Voice', index % 2 === 0 ? 'Support Chat' : 'Billing'],
    })),
  ],
  EVERY_KIND.catalog.queues === undefined ? {} : { queues: { ...EVERY_KIND.catalog.queues, 'Support Chat': {} } },
);

export const KINDS: readonly string[] = [
  'create Kind New',
  'update Kind Update',
  'adopt Kind Adopt',
  'rename Kind Rename',
  'move Kind Update',
  'associate Kind New',
  'associate Kind New',
  'queueSettings Billing',
  'outbound Kind New',
  'outbound Kind Adopt',
  'metadata Kind New',
  'metadata Kind Update',
  'metadata Kind Deleted',
  'dissociate Kind Retired',
  'dissociate Kind Deleted',
  'delete Kind Deleted',
];

const TABLE = 'Kinds';
const project: GenesysProject = {
  kind: 'GenesysProject',
  environments: { dev: { region: 'mypurecloud.ie', metadata: { dataTable: TABLE } } },
};

export interface KindsWorld extends World {
  readonly journal: KeptJournal;
  readonly audit: KeptTrail;
  /** What its plans are made from. */
  readonly request: PrepareRequest;
  plan(): Promise<Plan>;
  /** Each is an apply of its own. */
  apply(plan: Plan, signal?: AbortSignal): Promise<ApplyResult>;
  /** Faults strike only from here on. */
  arm(hook: FaultHook): void;
}

export async function openKinds(options: WorldOptions = {}, file: CatalogFile = EVERY_KIND): Promise<KindsWorld> {
  let hook: FaultHook = () => undefined;
  const world = await openWorld({ ...options, fault: (request: FaultTarget) => hook(request) });
  const { genesys, clock, sandbox } = world;
  makeReady(sandbox.org);
  const journal = keptJournal();
  const audit = keptTrail();
  const request: PrepareRequest = { genesys, catalogs: [file], project, target: DEV, clock };
  let applies = 0;
  return {
    ...world,
    journal,
    audit,
    request,
    plan: () => preparePlan(request),
    apply: (plan, signal) =>
      applyPlan({
        plan,
        genesys,
        clock,
        journal,
        audit,
        actor: ACTOR,
        applyId: `apply-${++applies}`,
        ...(signal === undefined ? {} : { signal }),
      }),
    arm: (next) => {
      hook = next;
    },
  };
}

const KEPT_QUEUES: ReadonlySet<string> = new Set(['Support Voice', 'Support Chat', 'Billing']);

/** What the catalog changes, takes away, or finds as it should be; and fields that no published model has. */
export function makeReady(org: Org): void {
  const [seed] = org.codes.values();
  if (seed === undefined) throw new Error('The seed has no codes.');
  const sales = org.divisions.find(({ name }) => name === 'Sales')?.id ?? '';
  const put = (name: string, more: Partial<WrapupCode> = {}): void =>
    void org.codes.set(`id ${name}`, {
      ...seed,
      id: `id ${name}`,
      name,
      description: 'kept',
      divisionId: '*',
      ...more,
    });
  // Few others, since each case of the fault matrix lists all of them several times.
  for (const id of [...org.codes.keys()].slice(12)) org.codes.delete(id);
  for (const { id, name } of org.queues.values()) {
    if (KEPT_QUEUES.has(name)) continue;
    org.queues.delete(id);
    org.queueCodes.delete(id);
  }
  put('Kind Update', { description: 'old text', divisionId: sales });
  put('kind  adopt');
  put('Kind Earlier');
  put('Kind Retired');
  put('Kind Deleted');
  addNewerFields(org);
  const { current } = org.outbound;
  const mapping = { ...current.mapping, 'id kind  adopt': ['RIGHT_PARTY_CONTACT'] };
  org.outbound.current = { ...current, mapping };
  for (const { id, name } of org.queues.values()) {
    if (name === 'Billing')
      for (const code of ['id Kind Retired', 'id Kind Deleted']) org.queueCodes.get(id)?.add(code);
  }
  org.tables.set('table kinds', {
    id: 'table kinds',
    name: TABLE,
    divisionId: org.divisions.find(({ home }) => home)?.id ?? '',
    description: '',
    schema: {
      type: 'object',
      required: ['key'],
      properties: Object.fromEntries(['key', 'id', 'state', 'owner'].map((column) => [column, { type: 'string' }])),
    },
    rows: new Map(
      [
        { key: 'Kind Update', id: 'another', state: 'active', owner: 'kept' },
        { key: 'Kind Adopt', id: 'id kind  adopt', state: 'active' },
        { key: 'Kind Rename', id: 'id Kind Earlier', state: 'active' },
        { key: 'Kind Retired', id: 'id Kind Retired', state: 'retired' },
        { key: 'Kind Deleted', id: 'id Kind Deleted', state: 'deleted' },
      ].map((cells) => [cells.key, { cells }]),
    ),
  });
}

/** All of the org that a push may change, with names for the ids of codes that it made; read beside the wire. */
export function stateOf({ sandbox: { org } }: Pick<World, 'sandbox'>): unknown {
  const living = [...org.codes.values()].filter(({ deleted }) => deleted === undefined);
  const nameOf = new Map(living.map(({ id, name }) => [id, name]));
  const named = (id: string): string => nameOf.get(id) ?? `gone ${id}`;
  return {
    codes: living
      .map(({ name, description, divisionId }) => ({ name, description, divisionId }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    members: [...org.queueCodes].map(([id, ids]) => [id, [...ids].map(named).sort()]),
    queues: [...org.queues.values()].map(({ id, name, divisionId, settings }) => ({ id, name, divisionId, settings })),
    outbound: {
      defaultSet: org.outbound.current.defaultSet,
      others: org.outbound.current.others,
      mapping: Object.fromEntries(
        Object.entries(org.outbound.current.mapping).map(([id, flags]) => [named(id), [...flags].sort()]),
      ),
    },
    rows: [...org.tables.values()].map(({ name, rows }) => [
      name,
      [...rows.values()]
        .filter(({ hiddenFrom }) => hiddenFrom === undefined)
        .map(({ cells }) => ({ ...cells, id: typeof cells['id'] === 'string' ? named(cells['id']) : undefined })),
    ]),
  };
}
