/** The columns that rows of a details query can have. */
import type { DetailColumn } from './columnModel.ts';
import { contextColumns } from './contextColumns.ts';
import { fieldColumns } from './fieldColumns.ts';
import type { DetailLevel } from './levels.ts';
import { DETAIL_LEVELS } from './levels.ts';
import { metricColumns } from './metricColumns.ts';
import { nameColumns } from './nameColumns.ts';
import { wrapUpColumns } from './wrapUpColumns.ts';

/** The first column with a key stands for it, so ours explain a field where they have its name. */
const columns: readonly DetailColumn[] = [
  ...contextColumns,
  ...nameColumns,
  ...wrapUpColumns,
  ...metricColumns,
  ...fieldColumns,
];

const byLevel = new Map(DETAIL_LEVELS.map((level) => [level, columnsAt(level)]));

export function detailColumns(level: DetailLevel): ReadonlyMap<string, DetailColumn> {
  return byLevel.get(level) ?? new Map<string, DetailColumn>();
}

function columnsAt(level: DetailLevel): ReadonlyMap<string, DetailColumn> {
  const found = new Map<string, DetailColumn>();
  for (const column of columns) {
    if (column.levels.includes(level) && !found.has(column.key)) found.set(column.key, column);
  }
  return found;
}

/** What is shown where `output.columns` says nothing. */
export const defaultDetailColumns: Readonly<Record<DetailLevel, readonly string[]>> = {
  conversation: [
    'conversationStart',
    'duration',
    'mediaType',
    'direction',
    'queue',
    'agent',
    'division',
    'wrapUpName',
    'category',
    'tHandle',
    'conversationId',
  ],
  participant: [
    'conversationStart',
    'purpose',
    'participantName',
    'agent',
    'queue',
    'mediaType',
    'wrapUpName',
    'tHandle',
    'conversationId',
    'path',
  ],
  session: [
    'sessionStart',
    'purpose',
    'agent',
    'mediaType',
    'direction',
    'queue',
    'disconnectType',
    'wrapUpName',
    'tHandle',
    'conversationId',
    'path',
  ],
  segment: [
    'segmentStart',
    'segmentDuration',
    'segmentType',
    'purpose',
    'agent',
    'queue',
    'mediaType',
    'disconnectType',
    'wrapUpName',
    'conversationId',
    'path',
  ],
  wrapUp: [
    'conversationStart',
    'mediaType',
    'direction',
    'queue',
    'agent',
    'wrapUpName',
    'category',
    'subcategory',
    'codeStatus',
    'emptyReason',
    'wrapUpDuration',
    'wrapUpNote',
    'conversationId',
  ],
};
