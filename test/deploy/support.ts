/** Catalogs and orgs as short as a test can say them. */
import type { Actor, AuditEntry, AuditLog } from '#core/audit/model.ts';
import type { WrapUpCatalog, WrapUpCode } from '#core/contract/generated/files.ts';
import type { CatalogFile, OrgCode, OrgQueue, OrgSnapshot, Plan, PlanRequest, PlanTarget } from '#core/deploy/model.ts';
import { makePlan } from '#core/deploy/plan.ts';
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

export interface OrgFacts extends Pick<OrgSnapshot, 'outbound' | 'table'> {
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

export const org = ({
  codes = [],
  queues = [VOICE, BILLING],
  queueCodes = {},
  ...more
}: OrgFacts = {}): OrgSnapshot => ({
  ...more,
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
    (change) =>
      `${change.kind} ${change.name}${change.kind === 'associate' || change.kind === 'dissociate' ? ` @ ${change.queue.name}` : ''}`,
  );

export interface KeptJournal extends Journal {
  readonly records: JournalRecord[];
}

export function keptJournal(): KeptJournal {
  const records: JournalRecord[] = [];
  return { records, append: async (record) => void records.push(record) };
}

export interface KeptTrail extends AuditLog {
  readonly entries: AuditEntry[];
}

/** Takes the same change of the same apply once, as every trail does. */
export function keptTrail(): KeptTrail {
  const entries: AuditEntry[] = [];
  return {
    entries,
    async append(entry) {
      const isKnown = entries.some(({ apply, change }) => apply === entry.apply && change === entry.change);
      if (!isKnown) entries.push(entry);
    },
  };
}

export const ACTOR: Actor = { kind: 'client', id: 'client-1' };
