/** Audit lines as rows, for tables and exports. */
import { parseInstant } from '../contract/instant.ts';
import type { OrgAuditEntry } from '../genesys/index.ts';
import type { Cell, Column, Row } from '../query/run/model.ts';
import type { AuditLine } from './model.ts';

/** Lines of this machine, and entries of the org's own audit. */
export type ShownEntry =
  | { readonly source: 'here'; readonly entry: AuditLine }
  | { readonly source: 'org'; readonly entry: OrgAuditEntry };

interface TrailColumn extends Column {
  readonly here: (line: AuditLine) => Cell;
  /** Absent where the org's audit has nothing of the kind. */
  readonly org?: (entry: OrgAuditEntry) => Cell;
}

const instant = (text: string | undefined): Cell => (text === undefined ? undefined : (parseInstant(text) ?? text));
const json = (value: unknown): Cell => (value === undefined ? undefined : JSON.stringify(value));

const SOURCE: TrailColumn = { key: 'source', title: 'From', type: 'text', here: () => 'here', org: () => 'org' };
const AT: TrailColumn = {
  key: 'at',
  title: 'Time',
  type: 'instant',
  here: ({ at }) => instant(at),
  org: ({ eventDate }) => instant(eventDate),
};
const OUTCOME: TrailColumn = {
  key: 'outcome',
  title: 'Outcome',
  type: 'text',
  here: ({ outcome }) => outcome,
  org: ({ status }) => status,
};
const ACTION: TrailColumn = {
  key: 'action',
  title: 'Action',
  type: 'text',
  here: ({ action }) => action,
  org: ({ entityType, action }) => [entityType, action].filter((text) => text !== undefined).join(' '),
};
const NAME: TrailColumn = {
  key: 'name',
  title: 'Name',
  type: 'text',
  here: ({ name }) => name,
  org: ({ entity }) => entity?.name ?? entity?.id,
};
const ENVIRONMENT: TrailColumn = {
  key: 'environment',
  title: 'Environment',
  type: 'text',
  here: ({ environment }) => environment,
};
const ACTOR: TrailColumn = {
  key: 'actor',
  title: 'Who',
  type: 'text',
  here: ({ actor }) => `${actor.kind} ${actor.id}`,
  org: ({ user, client }) => (user?.id === undefined ? client?.id && `client ${client.id}` : `user ${user.id}`),
};
const APPLY: TrailColumn = { key: 'apply', title: 'Apply', type: 'text', here: ({ apply }) => apply };
const MESSAGE: TrailColumn = { key: 'message', title: 'Message', type: 'text', here: ({ message }) => message };

const own = (key: string, here: TrailColumn['here'], org?: TrailColumn['org']): TrailColumn => ({
  key,
  title: key,
  type: 'text',
  here,
  ...(org && { org }),
});

/** What a person looks at first. */
export const FEW_COLUMNS: readonly TrailColumn[] = [AT, OUTCOME, ACTION, NAME, ENVIRONMENT, APPLY, MESSAGE];

/** The same for the two audits beside each other. */
export const FEW_COLUMNS_OF_BOTH: readonly TrailColumn[] = [AT, SOURCE, OUTCOME, ACTION, NAME, ACTOR, MESSAGE];

/** All that a line says. */
export const ALL_COLUMNS: readonly TrailColumn[] = [
  SOURCE,
  { ...own('seq', ({ seq }) => seq), type: 'number' },
  AT,
  own('organization', ({ org }) => org.name),
  own('organizationId', ({ org }) => org.id),
  ENVIRONMENT,
  ACTOR,
  ACTION,
  NAME,
  OUTCOME,
  MESSAGE,
  own(
    'before',
    ({ before }) => json(before),
    ({ changes }) => json(changes.map(({ property, oldValues }) => ({ property, values: oldValues }))),
  ),
  own(
    'after',
    ({ after }) => json(after),
    ({ changes }) => json(changes.map(({ property, newValues }) => ({ property, values: newValues }))),
  ),
  own('call', ({ call }) => `${call.method} ${call.path}`),
  own('correlationId', ({ correlationId }) => correlationId),
  { ...own('latencyMs', ({ latencyMs }) => latencyMs), type: 'number' },
  APPLY,
  own('change', ({ change }) => change),
  own('fingerprint', ({ fingerprint }) => fingerprint),
  own('hash', ({ hash }) => hash),
];

export const trailRow = (shown: ShownEntry, columns: readonly TrailColumn[]): Row =>
  columns.map(({ here, org }) => (shown.source === 'here' ? here(shown.entry) : org?.(shown.entry)));

/** Both audits in the order of time. */
export function besides(lines: readonly AuditLine[], entries: readonly OrgAuditEntry[]): readonly ShownEntry[] {
  const all: readonly ShownEntry[] = [
    ...lines.map((entry) => ({ source: 'here', entry }) as const),
    ...entries.map((entry) => ({ source: 'org', entry }) as const),
  ];
  const timeOf = (shown: ShownEntry): number =>
    parseInstant((shown.source === 'here' ? shown.entry.at : shown.entry.eventDate) ?? '') ?? 0;
  return [...all].sort((a, b) => timeOf(a) - timeOf(b));
}
