import type { AuditLine } from '#core/audit/model.ts';
import { ALL_COLUMNS, besides, FEW_COLUMNS, FEW_COLUMNS_OF_BOTH, trailRow } from '#core/audit/table.ts';
import type { OrgAuditEntry } from '#core/genesys/index.ts';
import { csvChunks } from '#core/query/run/export/index.ts';
import type { CliIo } from '../io.ts';
import { tableWriter } from '../rows/table.ts';
import { styleFor } from '../style.ts';

/** What `audit show` prints: lines of this machine and, where it was asked, entries of the org's own audit. */
export interface ShownTrail {
  readonly lines: readonly AuditLine[];
  readonly log: readonly OrgAuditEntry[] | undefined;
}

type Format = (trail: ShownTrail, color: boolean, io: CliIo) => string;

const DEFAULT_COLUMNS = 80;

export const TRAIL_FORMATS = {
  text({ lines, log }, color, io) {
    const columns = log === undefined ? FEW_COLUMNS : FEW_COLUMNS_OF_BOTH;
    const rows = besides(lines, log ?? []).map((shown) => trailRow(shown, columns));
    if (rows.length === 0) return '';
    const writer = tableWriter(columns, {
      timeZone: 'UTC',
      style: styleFor(io.stdout, io.env, color),
      width: io.stdout.isTTY ? (io.stdout.columns ?? DEFAULT_COLUMNS) : undefined,
      onLeftOut: () => undefined,
    });
    return writer.begin() + writer.rows(rows) + writer.end();
  },
  json: ({ lines, log }) => `${JSON.stringify(log === undefined ? lines : { here: lines, org: log }, null, 2)}\n`,
  // Names come from strangers, so what a spreadsheet would run is made a text.
  csv({ lines, log }) {
    const rows = besides(lines, log ?? []).map((shown) => trailRow(shown, ALL_COLUMNS));
    return [...csvChunks(ALL_COLUMNS, rows, { lineEnd: '\n' })].join('');
  },
} satisfies Record<string, Format>;
