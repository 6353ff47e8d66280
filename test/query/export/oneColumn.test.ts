import { expect, it } from 'vitest';
import { csvChunks } from '#core/query/run/export/index.ts';
import { readCsv } from './csvReader.ts';

it.each(['text', 'number', 'boolean', 'instant', 'duration'] as const)(
  'a CSV file of one column of type %s has no empty line, so that no reader leaves a row out',
  (type) => {
    const rows = [[undefined], [null], [undefined]];
    const csv = [...csvChunks([{ key: 'a', title: 'A', type }], rows)].join('');
    expect(csv.split('\r\n').slice(0, -1)).not.toContain('');
    expect(readCsv(csv)).toHaveLength(rows.length + 1);
  },
);
