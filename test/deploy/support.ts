/** Catalogs and orgs as short as a test can say them, and an org in memory behind the client's interface. */
import type { GenesysProject, WrapUpCatalog, WrapUpCode } from '#core/contract/generated/files.ts';
import { normaliseName } from '#core/contract/names.ts';
import type { CatalogFile, OrgCode, OrgQueue, OrgSnapshot, Plan, PlanRequest, PlanTarget } from '#core/deploy/model.ts';
import { namedQueues } from '#core/deploy/names.ts';
import { makePlan } from '#core/deploy/plan.ts';
import type { Genesys } from '#core/genesys/index.ts';
import type { Journal, JournalRecord } from '#core/ports.ts';
import { TEST_INSTANT } from '../support/fakeClock.ts';

export const DEV: PlanTarget = { name: 'dev', protected: false };
export const SUPPORT = { id: 'd-support', name: 'Support' };
export const HOME = { id: 'd-home', name: 'Home' };

export const catalog = (
  codes: readonly WrapUpCode[],
  more: Partial<WrapUpCatalog> = {},
  path = 'a.wrapup.yaml',
): CatalogFile => ({
  path,
  catalog: { kind: 'WrapUpCatalog', codes: [...codes], ...more },
});

export interface OrgFacts {
  readonly codes?: readonly OrgCode[];
  readonly queues?: readonly OrgQueue[];
  readonly queueCodes?: Readonly<Record<string, readonly string[]>>;
}

export const VOICE: OrgQueue = {
  id: 'q-voice',
  name: 'Support Voice',
  wrapupPrompt: 'MANDATORY_TIMEOUT',
  wrapupTimeoutMs: 30_000,
};
export const BILLING: OrgQueue = { id: 'q-billing', name: 'Billing', wrapupPrompt: 'OPTIONAL' };

export const org = ({ codes = [], queues = [VOICE, BILLING], queueCodes = {} }: OrgFacts = {}): OrgSnapshot => ({
  organization: { id: 'org-1', name: 'Acme' },
  divisions: [HOME, SUPPORT],
  codes,
  queues,
  queueCodes: { ...Object.fromEntries(queues.map(({ id }) => [id, []])), ...queueCodes },
});

export const orgCode = (name: string, more: Partial<OrgCode> = {}): OrgCode => ({ id: `id-${name}`, name, ...more });

export interface PlanFacts extends Partial<Omit<PlanRequest, 'catalogs' | 'org'>> {
  readonly catalogs?: readonly CatalogFile[];
  readonly codes?: readonly WrapUpCode[];
  readonly org?: OrgSnapshot;
}

/** A plan of one catalog with `codes`, or of `catalogs`. */
export const planOf = ({ codes = [], catalogs = [catalog(codes)], ...more }: PlanFacts): Plan =>
  makePlan({ catalogs, project: undefined, target: DEV, org: org(), asOf: TEST_INSTANT, ...more });

/** Marks and names only, for example `create Escalation`. */
export const outline = (plan: Plan): readonly string[] =>
  plan.changes.map(
    (change) => `${change.kind} ${change.name}${change.kind === 'associate' ? ` @ ${change.queue.name}` : ''}`,
  );

export interface KeptJournal extends Journal {
  readonly records: JournalRecord[];
}

export function keptJournal(): KeptJournal {
  const records: JournalRecord[] = [];
  return { records, append: async (record) => void records.push(record) };
}

/** An org that does what the published API says, without a wire: fast enough for many random runs. */
export interface MemoryOrg {
  readonly genesys: Genesys;
  snapshot(catalogs: readonly CatalogFile[], project?: GenesysProject): OrgSnapshot;
}

export function memoryOrg(start: OrgSnapshot): MemoryOrg {
  const codes = new Map(start.codes.map((code) => [code.id, code]));
  const queueCodes = new Map(start.queues.map(({ id }) => [id, new Set(start.queueCodes[id] ?? [])]));
  let next = 0;
  const listed = (): OrgCode[] => [...codes.values()];
  const onQueue = (queueId: string): OrgCode[] =>
    listed().filter(({ id }) => queueCodes.get(queueId)?.has(id) === true);
  const genesys: Genesys = {
    organization: async () => start.organization,
    limits: async () => [],
    divisions: async () => start.divisions,
    users: async () => [],
    wrapupCodes: {
      list: async () => listed(),
      listWithDeleted: async () => listed(),
      findByName: async (name) => listed().filter((code) => normaliseName(code.name) === normaliseName(name)),
      async create(body) {
        const code: OrgCode = { id: `new-${next++}`, division: { id: '*' }, ...body };
        codes.set(code.id, code);
        return { value: code };
      },
      async update(id, body) {
        // A PUT replaces the whole code: what is left out is lost.
        const code: OrgCode = { id, division: { id: '*' }, ...body };
        codes.set(id, code);
        return { value: code };
      },
    },
    queues: { list: async () => start.queues },
    queueWrapupCodes: {
      list: async (queueId) => onQueue(queueId),
      async add(queueId, ids) {
        if (ids.length > 100) throw new Error('The API takes at most 100 codes in one call.');
        for (const id of ids) {
          if (!codes.has(id)) throw new Error(`The org has no code ${id}.`);
          queueCodes.get(queueId)?.add(id);
        }
        return { value: undefined };
      },
    },
    analytics: {
      conversationDetails: async () => ({ conversations: [] }),
      conversationAggregates: async () => [],
    },
    revoke: async () => undefined,
    close: () => undefined,
  };
  return {
    genesys,
    snapshot(catalogs, project) {
      const names = new Set(namedQueues(catalogs, project, DEV).map(normaliseName));
      const read = start.queues.filter(({ name }) => names.has(normaliseName(name)));
      return {
        ...start,
        codes: listed(),
        queueCodes: Object.fromEntries(read.map(({ id }) => [id, onQueue(id).map((code) => code.id)])),
      };
    },
  };
}
