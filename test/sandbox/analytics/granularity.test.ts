/** How an interval is cut. */
import { expect, test } from 'vitest';
import type { Switches } from '#sandbox/switches.ts';
import { conversation, metric, openAnalytics } from './support.ts';

/** Asks for a metric that is emitted every half hour, so that no part is without data. */
async function parts(
  interval: string,
  granularity: string,
  timeZone?: string,
  granularityStarts: Switches['granularityStarts'] = 'atInterval',
): Promise<readonly string[]> {
  const [start = '', end = ''] = interval.split('/');
  const every: string[] = [];
  for (let time = Date.parse(start); time < Date.parse(end); time += 1_800_000)
    every.push(new Date(time).toISOString());
  const steady = conversation('steady', start, { metrics: every.map((time) => metric('nOffered', 1, time)) });
  const { aggregates } = await openAnalytics([steady], {
    switches: { granularityStarts },
    clock: { now: () => Date.parse(end) },
  });
  const body = { metrics: ['nOffered'], interval, granularity, ...(timeZone === undefined ? {} : { timeZone }) };
  const data = (await aggregates(body)).results?.[0]?.data ?? [];
  for (const part of data) {
    const [from = '', to = ''] = part.interval.split('/');
    const inPart = every.filter((time) => time >= from && time < to);
    expect(part.metrics).toEqual([{ metric: 'nOffered', stats: { count: inPart.length } }]);
  }
  return data.map((one) => one.interval.replaceAll(':00.000Z', ''));
}

test('half hours and hours', async () => {
  expect(await parts('2026-11-19T10:00:00.000Z/2026-11-19T11:30:00.000Z', 'PT30M')).toEqual([
    '2026-11-19T10:00/2026-11-19T10:30',
    '2026-11-19T10:30/2026-11-19T11:00',
    '2026-11-19T11:00/2026-11-19T11:30',
  ]);
  expect(await parts('2026-11-19T10:30:00.000Z/2026-11-19T12:00:00.000Z', 'PT1H')).toEqual([
    '2026-11-19T10:30/2026-11-19T11:30',
    '2026-11-19T11:30/2026-11-19T12:00',
  ]);
});

test('days of a time zone have 25 hours when summer ends and 23 when it starts', async () => {
  expect(await parts('2026-10-24T22:00:00.000Z/2026-10-26T23:00:00.000Z', 'P1D', 'Europe/Amsterdam')).toEqual([
    '2026-10-24T22:00/2026-10-25T23:00',
    '2026-10-25T23:00/2026-10-26T23:00',
  ]);
  expect(await parts('2026-03-28T23:00:00.000Z/2026-03-30T22:00:00.000Z', 'P1D', 'Europe/Amsterdam')).toEqual([
    '2026-03-28T23:00/2026-03-29T22:00',
    '2026-03-29T22:00/2026-03-30T22:00',
  ]);
});

test('24 hours are 24 hours, and without a time zone days are those of UTC', async () => {
  const inZone = await parts('2026-10-24T22:00:00.000Z/2026-10-25T23:00:00.000Z', 'PT24H', 'Europe/Amsterdam');
  expect(inZone).toEqual(['2026-10-24T22:00/2026-10-25T22:00', '2026-10-25T22:00/2026-10-25T23:00']);
  expect(await parts('2026-10-25T00:00:00.000Z/2026-10-26T00:00:00.000Z', 'P1D')).toHaveLength(1);
});

test('weeks and months, the last part as short as the interval makes it', async () => {
  expect(await parts('2026-11-01T00:00:00.000Z/2026-11-10T00:00:00.000Z', 'P1W')).toEqual([
    '2026-11-01T00:00/2026-11-08T00:00',
    '2026-11-08T00:00/2026-11-10T00:00',
  ]);
  expect(await parts('2026-01-31T00:00:00.000Z/2026-04-15T00:00:00.000Z', 'P1M')).toEqual([
    '2026-01-31T00:00/2026-02-28T00:00',
    '2026-02-28T00:00/2026-03-31T00:00',
    '2026-03-31T00:00/2026-04-15T00:00',
  ]);
});

test('granularityStarts atClock: parts are cut at whole hours, days, weeks and months', async () => {
  const cut = (interval: string, granularity: string, zone = 'UTC'): Promise<readonly string[]> =>
    parts(interval, granularity, zone, 'atClock');
  expect(await cut('2026-11-19T10:30:00.000Z/2026-11-19T12:00:00.000Z', 'PT1H')).toEqual([
    '2026-11-19T10:30/2026-11-19T11:00',
    '2026-11-19T11:00/2026-11-19T12:00',
  ]);
  expect(await cut('2026-11-19T10:30:00.000Z/2026-11-20T10:30:00.000Z', 'P1D', 'Europe/Amsterdam')).toEqual([
    '2026-11-19T10:30/2026-11-19T23:00',
    '2026-11-19T23:00/2026-11-20T10:30',
  ]);
  // 9 November 2026 is a Monday.
  expect(await cut('2026-11-07T00:00:00.000Z/2026-11-10T00:00:00.000Z', 'P1W')).toEqual([
    '2026-11-07T00:00/2026-11-09T00:00',
    '2026-11-09T00:00/2026-11-10T00:00',
  ]);
  expect(await cut('2026-01-31T00:00:00.000Z/2026-02-02T00:00:00.000Z', 'P1M')).toEqual([
    '2026-01-31T00:00/2026-02-01T00:00',
    '2026-02-01T00:00/2026-02-02T00:00',
  ]);
});

test('a granularity that would give too many parts is refused', async () => {
  const { refusal } = await openAnalytics([]);
  const interval = '2026-11-01T00:00:00Z/2026-11-19T00:00:00Z';
  const answer = await refusal('aggregates', { metrics: ['tTalk'], interval, granularity: 'PT1S' });
  expect(answer.status).toBe(400);
});
