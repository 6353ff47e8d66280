/** A catalog and an org between which every kind of change is needed, and an apply that can be cut off at any call. */
import { applyPlan } from '#core/deploy/apply/apply.ts';
import type { ApplyResult, CatalogFile, OrgSnapshot, Plan } from '#core/deploy/model.ts';
import { preparePlan, type PrepareRequest } from '#core/deploy/prepare.ts';
import type { Genesys } from '#core/genesys/index.ts';
import type { GenesysProject } from '#core/contract/generated/files.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { type MemoryOrg, memoryOrg } from './memoryOrg.ts';
import { ACTOR, BILLING, catalog, DEV, HOME, keptJournal, keptTrail, org, orgCode, SUPPORT, VOICE } from './support.ts';

export const PROJECT: GenesysProject = {
  kind: 'GenesysProject',
  environments: { dev: { region: 'mypurecloud.ie', metadata: { dataTable: 'Codes' } } },
};

export const CATALOG: CatalogFile = catalog(
  [
    {
      name: 'New One',
      description: 'first',
      division: 'Support',
      queues: ['Support Voice', 'Billing'],
      outbound: ['BUSINESS_SUCCESS'],
    },
    { name: 'New Two', queues: ['Support Voice'], code: 'NEW2' },
    { name: 'Updated', description: 'new text' },
    { name: 'Adopted', queues: ['Billing'] },
    { name: 'Renamed', formerly: ['Earlier'], description: 'other', division: 'Support' },
    { name: 'Retired', state: 'retired' },
    { name: 'Deleted', state: 'deleted', outbound: 'default' },
    { name: 'Mapped', outbound: ['BUSINESS_NEUTRAL', 'BUSINESS_FAILURE'] },
  ],
  { queues: { 'Support Voice': { afterCallWork: { prompt: 'MANDATORY', timeout: '60s' } }, Billing: {} } },
);

export const ORG: OrgSnapshot = org({
  codes: [
    orgCode('Updated', { description: 'old text', division: HOME }),
    orgCode('adopted', { description: 'kept', division: { id: '*' } }),
    orgCode('Earlier', { description: 'kept too', division: HOME }),
    orgCode('Retired', { division: HOME }),
    orgCode('Deleted', { description: 'gone', division: SUPPORT }),
    orgCode('Mapped', { division: HOME }),
    orgCode('Stranger', { division: HOME }),
  ],
  queues: [VOICE, BILLING],
  queueCodes: { [VOICE.id]: ['id-Retired', 'id-Deleted', 'id-Stranger'], [BILLING.id]: ['id-Retired'] },
  outbound: {
    version: 3,
    defaultSet: [],
    mapping: {
      'id-Mapped': ['BUSINESS_NEUTRAL'],
      'id-Deleted': ['BUSINESS_SUCCESS'],
      'id-Stranger': ['BUSINESS_SUCCESS'],
    },
  },
  table: {
    id: 't-codes',
    name: 'Codes',
    columns: { id: 'string', name: 'string', description: 'string', state: 'string' },
    rows: {
      Updated: { key: 'Updated', id: 'id-Updated', name: 'Updated', description: 'old text', own: 'kept' },
      Deleted: { key: 'Deleted', id: 'id-Deleted', name: 'Deleted', description: 'gone', state: 'active' },
      Stranger: { key: 'Stranger', name: 'Stranger' },
    },
  },
});

export interface Bench extends MemoryOrg {
  readonly clock: ReturnType<typeof fakeClock>;
  readonly journal: ReturnType<typeof keptJournal>;
  readonly audit: ReturnType<typeof keptTrail>;
  readonly prepare: PrepareRequest;
  plan(): Promise<Plan>;
  apply(plan: Plan, applyId: string, genesys?: Genesys): Promise<ApplyResult>;
  /** As `pictureOf`. */
  picture(): Promise<unknown>;
}

export function bench(start: OrgSnapshot = ORG, file: CatalogFile = CATALOG): Bench {
  const memory = memoryOrg(start);
  const clock = fakeClock();
  const journal = keptJournal();
  const audit = keptTrail();
  const prepare = { genesys: memory.genesys, catalogs: [file], project: PROJECT, target: DEV, clock };
  return {
    ...memory,
    clock,
    journal,
    audit,
    prepare,
    plan: () => preparePlan(prepare),
    apply: (plan, applyId, genesys = memory.genesys) =>
      applyPlan({ plan, genesys, clock, journal, audit, actor: ACTOR, applyId }),
    picture: () => pictureOf(memory.genesys, start),
  };
}

/** What an org has, with names for ids, so that a code that was made again looks as it did. */
export async function pictureOf(genesys: Genesys, start: OrgSnapshot): Promise<unknown> {
  const codes = await genesys.wrapupCodes.list();
  // What still has the id of a code that was removed is as it was.
  const names = new Map([...start.codes, ...codes].map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const members: [string, readonly string[]][] = [];
  for (const { id } of start.queues)
    members.push([id, (await genesys.queueWrapupCodes.list(id)).map(({ name }) => name).sort()]);
  const { mapping } = await genesys.outbound.mappings();
  return {
    codes: codes
      .map(({ name, description = '', division }) => ({ name, description, division: division?.id }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    members,
    queues: await genesys.queues.list(),
    mapping: Object.fromEntries(
      Object.entries(mapping)
        .map(([id, flags]) => [nameOf(id), [...flags].sort()] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    rows: withNames(await genesys.dataTables.rows('t'), nameOf),
  };
}

const withNames = (rows: readonly object[], nameOf: (id: string) => string): unknown =>
  rows.map((row) => cellsOf(row, nameOf)).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** An empty text is the same to a table as none. */
const cellsOf = (row: object, nameOf: (id: string) => string): unknown =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, cell]) => cell !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([column, cell]) => [column, column === 'id' ? nameOf(String(cell)) : (cell as unknown)]),
  );

/** What a process that is killed would have thrown, had it had the time. */
export class Killed extends Error {}

/**
 * The same org through a client whose process ends at its `nth` call (from 1): before the org hears of it, or after the
 * org has carried it out and before anybody hears of that.
 */
export function killedAt(
  genesys: Genesys,
  nth: number,
  when: 'before' | 'after',
): Genesys & { readonly calls: number } {
  let calls = 0;
  const wrap = <T extends object>(part: T): T =>
    new Proxy(part, {
      get(target, key, receiver) {
        const value: unknown = Reflect.get(target, key, receiver);
        if (typeof value === 'object' && value !== null) return wrap(value);
        if (typeof value !== 'function') return value;
        return async (...given: readonly unknown[]): Promise<unknown> => {
          calls += 1;
          if (calls > nth || (calls === nth && when === 'before')) throw new Killed('killed');
          const answer: unknown = await Reflect.apply(value, target, given);
          if (calls === nth) throw new Killed('killed');
          return answer;
        };
      },
    });
  const wrapped = wrap(genesys);
  return new Proxy(wrapped, {
    get: (target, key, receiver) => (key === 'calls' ? calls : (Reflect.get(target, key, receiver) as unknown)),
  }) as Genesys & { readonly calls: number };
}
