/** The rows of the environment's data table: what a code has in its file and Genesys Cloud has no place for. */
import { blockedChange } from './codeChange.ts';
import type { DesiredCode } from './desired.ts';
import type { Matched } from './match.ts';
import type { Call, Change, MetadataChange, NamedRef, OrgTable, Row } from './model.ts';
import { metadataRow, TABLE_COLUMNS } from './metadataRow.ts';
import { groupBy } from './names.ts';

/** `code`, else the name. */
export const rowKeyOf = ({ code, name }: Pick<DesiredCode, 'code' | 'name'>): string => code ?? name;

/** The keys under which rows of an entry may stand: the present one, and those of earlier times. */
export const rowKeysOf = (entry: Pick<DesiredCode, 'code' | 'name' | 'formerly'>): readonly string[] => [
  ...new Set([rowKeyOf(entry), entry.name, ...entry.formerly]),
];

/** What the entries of a plan want of the table. */
export interface RowWriter {
  /** Of an entry that has a code, is to be deleted, or whose code this plan `creates`. */
  changes(matched: Matched, creates: boolean): readonly Change[];
}

/** Nothing where the environment names no table, or the org does not have it. */
export function rowWriter(
  matched: readonly Matched[],
  table: OrgTable | { readonly missing: string } | undefined,
): RowWriter {
  if (table === undefined || 'missing' in table) return { changes: () => [] };
  const byKey = groupBy(matched, ({ entry }) => rowKeyOf(entry));
  const isTaken = (key: string): boolean => byKey.has(key);
  return {
    changes(one, creates) {
      const { entry } = one;
      const claims = byKey.get(rowKeyOf(entry)) ?? [];
      if (claims.length > 1 && one.match.kind !== 'blocked')
        return [blockedChange(entry, ':row', sharedWords(table, rowKeyOf(entry), claims))];
      if (one.match.kind === 'blocked') return [];
      if (isNoPlace(rowKeyOf(entry))) return [blockedChange(entry, ':row', noPlaceWords(table, rowKeyOf(entry)))];
      if (entry.state === 'deleted') return removals(one, table, [rowKeyOf(entry)], 'The code is deleted');
      const stale = rowKeysOf(entry).filter((key) => !isNoPlace(key) && !isTaken(key) && isItsRow(one, table, key));
      return [...written(one, table, creates), ...removals(one, table, stale, 'The row has another key now')];
    },
  };
}

/** A table that the org does not have is told once. */
export function missingTable(
  matched: readonly Matched[],
  table: OrgTable | { readonly missing: string } | undefined,
): readonly Change[] {
  if (table === undefined || !('missing' in table) || matched.length === 0) return [];
  const columns = TABLE_COLUMNS.join(', ');
  return [
    blockedChange(
      { name: table.missing, path: 'genesys.yaml' },
      ':table',
      `The org has no data table "${table.missing}" that these credentials can see. Make it in Architect, with text columns of your choice among ${columns}, or take it out of genesys.yaml.`,
    ),
  ];
}

function written(one: Matched, table: OrgTable, creates: boolean): readonly Change[] {
  const key = rowKeyOf(one.entry);
  const made = metadataRow(one, table);
  if (!made.ok) return [blockedChange(one.entry, ':row', made.why)];
  const has = rowOf(table, key);
  const awaitsId = creates && table.columns['id'] === 'string';
  if (has !== undefined && !awaitsId && isSame(has, made.row)) return [];
  const columns = [...Object.keys(made.row), ...(awaitsId ? ['id'] : [])];
  const before = has === undefined ? undefined : only(has, columns);
  return [
    {
      ...base(one, table, key),
      why:
        has === undefined
          ? `The data table "${table.name}" has no row of the code.`
          : `The code's row in the data table "${table.name}" differs.`,
      ...(before === undefined ? {} : { before }),
      after: made.row,
      ...(awaitsId ? { awaitsId } : {}),
      call:
        has === undefined
          ? { method: 'POST', path: rowsPath(table), body: { key, ...made.row } }
          : { method: 'PUT', path: rowPath(table, key), body: { key, ...made.row }, into: 'tableRow' },
    },
  ];
}

function removals(one: Matched, table: OrgTable, keys: readonly string[], reason: string): readonly Change[] {
  return keys.flatMap((key): readonly Change[] => {
    const before = rowOf(table, key);
    if (before === undefined) return [];
    const call: Call = { method: 'DELETE', path: rowPath(table, key) };
    return [
      {
        ...base(one, table, key),
        why: `${reason}, and the data table "${table.name}" has the row "${key}".`,
        before,
        call,
      },
    ];
  });
}

const base = ({ entry }: Matched, { id, name }: OrgTable, key: string) =>
  ({
    kind: 'metadata',
    id: `metadata:${key}`,
    name: entry.name,
    path: entry.path,
    table: { id, name } satisfies NamedRef,
    key,
  }) satisfies Partial<MetadataChange>;

export const rowOf = ({ rows }: OrgTable, key: string): Row | undefined =>
  Object.hasOwn(rows, key) ? rows[key] : undefined;

/** A row under an earlier name may be somebody else's: it has to say that it is of this code. */
function isItsRow({ entry, match }: Matched, table: OrgTable, key: string): boolean {
  const row = rowOf(table, key);
  if (row === undefined || match.kind !== 'code') return false;
  if (row['id'] !== undefined && row['id'] !== '') return row['id'] === match.code.id;
  return [entry.name, ...entry.formerly].some((name) => name === row['name']);
}

/** A text that is not there and an empty one are the same to a table. */
const isSame = (has: Row, wanted: Row): boolean =>
  Object.entries(wanted).every(([column, cell]) => (Object.hasOwn(has, column) ? has[column] : '') === cell);

const only = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(
    columns.flatMap((column) => {
      const cell = Object.hasOwn(row, column) ? row[column] : undefined;
      return cell === undefined ? [] : [[column, cell] as const];
    }),
  );

const rowsPath = ({ id }: OrgTable): string => `/api/v2/flows/datatables/${encodeURIComponent(id)}/rows`;
const rowPath = (table: OrgTable, key: string): string => `${rowsPath(table)}/${encodeURIComponent(key)}`;

/** In an address these mean the folder and the one above it, also where they are encoded. */
const isNoPlace = (key: string): boolean => key === '.' || key === '..';

const noPlaceWords = ({ name }: OrgTable, key: string): string =>
  `A row of the data table "${name}" cannot be called "${key}". Give the entry another \`code\`.`;

const sharedWords = ({ name }: OrgTable, key: string, claims: readonly Matched[]): string =>
  `More than one entry would have the row "${key}" of the data table "${name}": ${[...new Set(claims.map(({ entry }) => `"${entry.name}" in ${entry.path}`))].sort().join(', ')}. Give them a code of their own.`;
