import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompiledQuery } from '#core/query/compile/model.ts';
import {
  csvChunks,
  csvWriter,
  exportMeta,
  jsonChunks,
  jsonWriter,
  ndjsonWriter,
} from '#core/query/run/export/index.ts';
import type { Cell, Column, Row } from '#core/query/run/model.ts';
import { createRowStore } from '#core/query/run/store/index.ts';
import { createRowView } from '#core/query/run/view/index.ts';
import { readCsv } from './csvReader.ts';

const COLUMNS: readonly Column[] = [
  { key: 'queue', title: 'Queue', type: 'text' },
  { key: '__proto__', title: 'Count', type: 'number' },
  { key: 'tHandle', title: 'Handle', type: 'duration' },
  { key: 'conversationStart', title: 'Start', type: 'instant' },
  { key: 'known', title: 'Known', type: 'boolean' },
];

const hostile = fc.constantFrom(
  '=HYPERLINK("http://evil.example","x")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  '＋1',
  '－1',
  '＠1',
  'a,b',
  'a;b',
  'say "so"',
  '"',
  'two\r\nlines',
  '',
  ' ',
  "'",
  'null',
  '\uFEFF',
  '\ud800',
  '苦情 🎉',
);
const or = (value: fc.Arbitrary<Cell>): fc.Arbitrary<Cell> =>
  fc.oneof({ weight: 5, arbitrary: value }, fc.constantFrom<Cell>(null, undefined));
// Both writers drop the sign of a zero.
const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);
const anyRow: fc.Arbitrary<Row> = fc.tuple(
  or(fc.oneof(hostile, fc.string({ unit: 'binary' }))),
  or(numbers),
  or(numbers),
  or(fc.integer({ min: -8.64e15, max: 8.64e15 })),
  or(fc.boolean()),
);
const someRows = fc.array(anyRow, { maxLength: 20 });

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

describe('CSV', () => {
  it('reads back as the values of the result, whatever they hold', () => {
    fc.assert(
      fc.property(someRows, fc.constantFrom<'\r\n' | '\n'>('\r\n', '\n'), (rows, lineEnd) => {
        const csv = [...csvChunks(COLUMNS, rows, { formulaSafe: false, lineEnd })].join('');
        const [headings = [], ...records] = readCsv(csv, lineEnd);
        expect(headings.map(({ text }) => text)).toEqual([
          'queue',
          '__proto__',
          'tHandle (ms)',
          'conversationStart',
          'known',
        ]);
        expect(records).toHaveLength(rows.length);
        for (const [index, [queue, count, handle, start, known]] of rows.entries()) {
          const record = records[index] ?? [];
          expect(record[0]).toEqual({ text: queue ?? '', quoted: typeof queue === 'string' });
          expect(record.map(({ quoted }) => quoted).slice(1)).toEqual([false, false, typeof start === 'number', false]);
          const back = record.slice(1).map(({ text }) => text);
          expect(back.slice(0, 2)).toEqual(
            [count, handle].map((cell) => (typeof cell === 'number' ? String(cell) : '')),
          );
          expect(back[2]).toBe(typeof start === 'number' ? new Date(start).toISOString() : '');
          expect(back[3]).toBe(String(known ?? ''));
        }
      }),
    );
  });

  it('has no text that a spreadsheet runs, and leaves numbers and all other texts as they are', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const safe = readCsv([...csvChunks(COLUMNS, rows)].join(''));
        const raw = readCsv([...csvChunks(COLUMNS, rows, { formulaSafe: false })].join(''));
        for (const [at, record] of safe.entries()) {
          for (const [column, { text, quoted }] of record.entries()) {
            const before = raw[at]?.[column]?.text ?? '';
            expect(text).toBe(quoted && FORMULA.test(before) ? `'${before}` : before);
          }
        }
      }),
    );
  });

  it('keeps a negative number a number', () => {
    expect([...csvChunks(COLUMNS, [['-1', -1, -2, 0, true]])].join('')).toBe(
      '"queue","__proto__","tHandle (ms)","conversationStart","known"\r\n"\'-1",-1,-2,"1970-01-01T00:00:00.000Z",true\r\n',
    );
  });

  it('begins with a byte order mark only on demand, and has its headings even without rows', () => {
    const columns = COLUMNS.slice(0, 1);
    expect([...csvChunks(columns, [], { bom: true })].join('')).toBe('\uFEFF"queue"\r\n');
    expect([...csvChunks(columns, [])].join('')).toBe('"queue"\r\n');
  });

  it('comes in pieces that do not grow with the result', () => {
    const rows = Array.from({ length: 5000 }, (_, index): Row => [`row ${index}`, index, 0, 0, true]);
    const chunks = [...csvChunks(COLUMNS, rows)];
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(40_000);
    const writer = csvWriter(COLUMNS);
    const byRow = [writer.begin(), ...rows.map((row) => writer.rows([row])), writer.end()];
    expect(byRow.join('')).toBe(chunks.join(''));
  });
});

describe('JSON', () => {
  it.each([
    ['an array', (rows: readonly Row[]) => JSON.parse([...jsonChunks(COLUMNS, rows)].join('')) as unknown[]],
    [
      'a line each',
      (rows: readonly Row[]) =>
        ndjsonWriter(COLUMNS)
          .rows(rows)
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line) as unknown),
    ],
  ] as const)('as %s says what the store says: null, missing and empty apart', (_, read) => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const store = createRowStore(COLUMNS);
        store.append(rows);
        const back = read([...createRowView(store, { timeZone: 'UTC' }).rows('all')]);
        expect(back).toHaveLength(rows.length);
        for (const [index, row] of rows.entries()) {
          const object = new Map(Object.entries(back[index] as object));
          for (const [column, { key, type }] of COLUMNS.entries()) {
            const value: unknown = object.get(key);
            expect(object.has(key)).toBe(row[column] !== undefined);
            expect(type === 'instant' && typeof value === 'string' ? Date.parse(value) : value).toBe(row[column]);
          }
        }
      }),
    );
  });

  it('does not mind a page without rows', () => {
    const writer = jsonWriter(COLUMNS.slice(0, 1));
    const pieces = [
      writer.begin(),
      writer.rows([]),
      writer.rows([['a']]),
      writer.rows([]),
      writer.rows([['b']]),
      writer.end(),
    ];
    expect(JSON.parse(pieces.join(''))).toEqual([{ queue: 'a' }, { queue: 'b' }]);
  });

  it('of no rows is an empty array', () => {
    expect([...jsonChunks(COLUMNS, [])].join('')).toBe('[]\n');
    expect([...jsonChunks(COLUMNS.slice(0, 1), [['a'], ['b']])].join('')).toBe(
      '[\n  {"queue": "a"},\n  {"queue": "b"}\n]\n',
    );
  });
});

describe('what is written beside an export', () => {
  const compiled: CompiledQuery = {
    kind: 'ConversationDetails',
    method: 'POST',
    path: '/api/v2/analytics/conversations/details/query',
    body: { interval: '2026-11-01T00:00:00+01:00/2026-11-08T00:00:00+01:00' },
    interval: { from: 0, to: 1, sent: '2026-11-01T00:00:00+01:00/2026-11-08T00:00:00+01:00' },
    timeZone: 'Europe/Rome',
    output: { rows: 'wrapUp', columns: [], match: 'rows', exclude: {} },
    missing: [],
  };
  const facts = {
    query: 'kind: ConversationDetails\n',
    compiled,
    org: { id: '6f1f', name: 'Northwind' },
    environment: 'Sandbox',
    columns: COLUMNS,
    rows: 12,
    now: Date.UTC(2026, 10, 20, 12),
  };
  const whole = { complete: true, notes: ['A conversation came twice.'] };

  it('says what was asked, of whom, when, and that it is whole', () => {
    const meta = exportMeta({ ...facts, outcome: whole });
    expect(meta).toMatchObject({
      query: facts.query,
      org: facts.org,
      environment: 'Sandbox',
      interval: compiled.interval.sent,
      endpoint: 'POST /api/v2/analytics/conversations/details/query',
      rows: 12,
      complete: true,
      notes: ['A conversation came twice.'],
      exportedAt: '2026-11-20T12:00:00.000Z',
    });
    expect(meta.columns[2]).toEqual({ key: 'tHandle', title: 'Handle', type: 'duration', unit: 'ms' });
    expect('partial' in meta).toBe(false);
    expect(JSON.parse(JSON.stringify(meta))).toEqual(meta);
  });

  it('says what is missing: of a run that ended early, of one that goes on, and by a filter', () => {
    expect(exportMeta({ ...facts, outcome: { complete: false, partial: 'Page 3 failed.', notes: [] } })).toMatchObject({
      complete: false,
      partial: 'Page 3 failed.',
    });
    expect(exportMeta({ ...facts, outcome: undefined })).toMatchObject({
      complete: false,
      partial: expect.stringContaining('still running') as unknown,
    });
    expect(exportMeta({ ...facts, outcome: whole, filtered: true }).notes.join(' ')).toContain('A filter');
  });
});
