import { describe, expect, it } from 'vitest';
import { intervalWords, resolveInterval } from '#core/query/compile/index.ts';

/** A Friday, noon UTC. */
const noon = '2026-11-20T12:00:00Z';

function sent(text: string, timeZone = 'Europe/Amsterdam', now = noon): string {
  const result = resolveInterval(text, { now: Date.parse(now), timeZone });
  return result.ok ? result.interval.sent : result.problem.code;
}

function hours(text: string, timeZone: string, now: string): number {
  const result = resolveInterval(text, { now: Date.parse(now), timeZone });
  if (!result.ok) throw new Error(result.problem.message);
  return (result.interval.to - result.interval.from) / 3_600_000;
}

describe('words', () => {
  it.each([
    ['today', '2026-11-20T00:00:00+01:00/2026-11-20T12:59:00+01:00'],
    ['yesterday', '2026-11-19T00:00:00+01:00/2026-11-20T00:00:00+01:00'],
    ['this week', '2026-11-16T00:00:00+01:00/2026-11-20T12:59:00+01:00'],
    ['last week', '2026-11-09T00:00:00+01:00/2026-11-16T00:00:00+01:00'],
    ['previous week', '2026-11-09T00:00:00+01:00/2026-11-16T00:00:00+01:00'],
    ['this month', '2026-11-01T00:00:00+01:00/2026-11-20T12:59:00+01:00'],
    ['last month', '2026-10-01T00:00:00+02:00/2026-11-01T00:00:00+01:00'],
    ['previous month', '2026-10-01T00:00:00+02:00/2026-11-01T00:00:00+01:00'],
    ['this quarter', '2026-10-01T00:00:00+02:00/2026-11-20T12:59:00+01:00'],
    ['last quarter', '2026-07-01T00:00:00+02:00/2026-10-01T00:00:00+02:00'],
    ['last 24 hours', '2026-11-19T12:59:00+01:00/2026-11-20T12:59:00+01:00'],
    ['last hour', '2026-11-20T11:59:00+01:00/2026-11-20T12:59:00+01:00'],
    ['last 30 minutes', '2026-11-20T12:29:00+01:00/2026-11-20T12:59:00+01:00'],
    ['last 7 days', '2026-11-13T00:00:00+01:00/2026-11-20T00:00:00+01:00'],
    ['last 1 day', '2026-11-19T00:00:00+01:00/2026-11-20T00:00:00+01:00'],
    ['last 4 weeks', '2026-10-19T00:00:00+02:00/2026-11-16T00:00:00+01:00'],
    ['last 3 months', '2026-08-01T00:00:00+02:00/2026-11-01T00:00:00+01:00'],
    ['  Last   7\tDAYS ', '2026-11-13T00:00:00+01:00/2026-11-20T00:00:00+01:00'],
  ])('%s', (text, expected) => {
    expect(sent(text)).toBe(expected);
  });

  it('of the completion can all be read', () => {
    for (const { text } of intervalWords) expect([text, sent(text)]).toEqual([text, expect.stringContaining('/')]);
  });

  it('cross the end of a year', () => {
    expect(sent('yesterday', 'UTC', '2027-01-01T12:00:00Z')).toBe('2026-12-31T00:00:00Z/2027-01-01T00:00:00Z');
    expect(sent('last month', 'UTC', '2027-01-31T12:00:00Z')).toBe('2026-12-01T00:00:00Z/2027-01-01T00:00:00Z');
    expect(sent('this week', 'UTC', '2027-01-01T12:00:00Z')).toBe('2026-12-28T00:00:00Z/2027-01-01T11:59:00Z');
    expect(sent('last 3 months', 'UTC', '2026-02-28T12:00:00Z')).toBe('2025-11-01T00:00:00Z/2026-02-01T00:00:00Z');
  });

  it('mean the day of the zone and not of UTC', () => {
    expect(sent('today', 'Asia/Kolkata', '2026-11-20T20:00:00Z')).toBe(
      '2026-11-21T00:00:00+05:30/2026-11-21T01:29:00+05:30',
    );
    expect(sent('yesterday', 'America/St_Johns', '2026-11-20T02:00:00Z')).toBe(
      '2026-11-18T00:00:00-03:30/2026-11-19T00:00:00-03:30',
    );
  });

  it('are empty while nothing of them is a minute old', () => {
    expect(sent('today', 'UTC', '2026-11-20T00:00:40Z')).toBe('empty');
    expect(sent('this week', 'UTC', '2026-11-16T00:01:00Z')).toBe('empty');
    expect(sent('today', 'UTC', '2026-11-20T00:01:01Z')).toBe('2026-11-20T00:00:00Z/2026-11-20T00:00:01Z');
    expect(sent('last 0 days')).toBe('empty');
  });

  it.each([
    '',
    'tomorrow',
    'last',
    'last days',
    'last 7 fortnights',
    'next week',
    'last -1 days',
    'last 1.5 days',
    'toweek',
  ])('do not include %j', (text) => {
    expect(sent(text)).toBe('unreadable');
  });
});

describe('days where clocks change', () => {
  it.each([
    ['Europe/Amsterdam', '2026-03-30', 23],
    ['Europe/Amsterdam', '2026-10-26', 25],
    ['Australia/Lord_Howe', '2026-04-06', 24.5],
    ['Australia/Lord_Howe', '2026-10-05', 23.5],
    ['Antarctica/Troll', '2026-03-30', 22],
  ])('%s: the day before %s has its %s hours', (zone, today, expected) => {
    expect(hours('yesterday', zone, `${today}T12:00:00Z`)).toBe(expected);
  });

  it.each([
    ['America/Sao_Paulo', '2018-11-05', '2018-11-04T01:00:00-02:00/2018-11-05T00:00:00-02:00'],
    ['Africa/Cairo', '2026-04-25', '2026-04-24T01:00:00+03:00/2026-04-25T00:00:00+03:00'],
    ['Asia/Beirut', '2026-03-30', '2026-03-29T01:00:00+03:00/2026-03-30T00:00:00+03:00'],
  ])('%s: a day without midnight begins when the clock jumps (%s)', (zone, today, expected) => {
    expect(sent('yesterday', zone, `${today}T12:00:00Z`)).toBe(expected);
  });

  it('begin once where midnight comes twice', () => {
    expect(sent('yesterday', 'America/Havana', '2026-11-02T17:00:00Z')).toBe(
      '2026-11-01T00:00:00-04:00/2026-11-02T00:00:00-05:00',
    );
    expect(sent('2026-11-01/2026-11-02', 'America/Havana')).toBe('2026-11-01T00:00:00-04:00/2026-11-02T00:00:00-05:00');
  });

  it('include a day that a country left out', () => {
    expect(sent('yesterday', 'Pacific/Apia', '2011-12-31T00:00:00Z')).toBe('empty');
    expect(hours('last 2 days', 'Pacific/Apia', '2011-12-31T00:00:00Z')).toBe(24);
  });

  it('do not change the hours of a rolling interval', () => {
    expect(hours('last 24 hours', 'Europe/Amsterdam', '2026-10-25T12:00:00Z')).toBe(24);
  });
});

describe('ISO 8601', () => {
  it.each([
    ['2026-11-01/2026-11-08', '2026-11-01T00:00:00+01:00/2026-11-08T00:00:00+01:00'],
    ['2026-10-25/2026-10-26', '2026-10-25T00:00:00+02:00/2026-10-26T00:00:00+01:00'],
    ['2026-11-01T09:00/2026-11-01T17:30:00', '2026-11-01T09:00:00+01:00/2026-11-01T17:30:00+01:00'],
    ['2026-11-01/2026-11-02T00:00:00Z', '2026-11-01T00:00:00+01:00/2026-11-02T01:00:00+01:00'],
    ['2026-11-01/P7D', '2026-11-01T00:00:00+01:00/2026-11-08T00:00:00+01:00'],
    ['2026-11-01/p1w', '2026-11-01T00:00:00+01:00/2026-11-08T00:00:00+01:00'],
    ['P1M/2026-11-01', '2026-10-01T00:00:00+02:00/2026-11-01T00:00:00+01:00'],
    ['2026-10-25/P1D', '2026-10-25T00:00:00+02:00/2026-10-26T00:00:00+01:00'],
    ['2026-10-25/PT24H', '2026-10-25T00:00:00+02:00/2026-10-25T23:00:00+01:00'],
    ['2026-10-25T00:00:00+02:00/P1D', '2026-10-25T00:00:00+02:00/2026-10-25T23:00:00+01:00'],
    ['2026-11-01T00:00:00.250/PT0.5S', '2026-11-01T00:00:00.250+01:00/2026-11-01T00:00:00.750+01:00'],
    [' 2026-11-01 / 2026-11-02 ', 'unreadable'],
    ['2026-W45/2026-W46', '2026-11-02T00:00:00+01:00/2026-11-09T00:00:00+01:00'],
  ])('%s', (text, expected) => {
    expect(sent(text)).toBe(expected);
  });

  it('puts a time that does not exist to the moment of the jump, and takes the first of two', () => {
    expect(sent('2026-03-29T02:30/2026-03-29T04:00')).toBe('2026-03-29T03:00:00+02:00/2026-03-29T04:00:00+02:00');
    expect(sent('2026-10-25T02:30/2026-10-25T04:00')).toBe('2026-10-25T02:30:00+02:00/2026-10-25T04:00:00+01:00');
  });

  it.each([
    '2026-11-01T00:00:00.000Z/2026-11-08T00:00:00.000Z',
    '2026-11-01T00:00Z/2026-11-08T00:00:00+0130',
    '2026-11-01T00:00:00-02:00/2026-11-08T00:00:00Z',
  ])('is sent as written where it says all: %s', (text) => {
    expect(sent(text)).toBe(text);
  });

  it('is refused where it is empty, reversed or half', () => {
    expect(sent('2026-11-08/2026-11-01')).toBe('reversed');
    expect(sent('2026-11-08/2026-11-08')).toBe('empty');
    expect(sent('2026-11-08T00:00:00Z/2026-11-01T00:00:00Z')).toBe('reversed');
    expect(sent('2026-11-01/PT0S')).toBe('empty');
    expect(sent('2026-11-01/P-1D')).toBe('reversed');
    const unreadable = [
      '2026-11-01',
      '2026-02-30/2026-03-01',
      'P1D/P1D',
      '2026-11-01/',
      '/P1D',
      '2026-11-01/P0.5D',
      '10:00/11:00',
    ];
    for (const text of [...unreadable, '2026-11-01/2026-11-02/2026-11-03', '9999-12-01/P2M']) {
      expect([text, sent(text)]).toEqual([text, 'unreadable']);
    }
  });

  it('says which key is wrong and what to write', () => {
    expect(resolveInterval('lst week', { now: 0, timeZone: 'UTC' })).toEqual({
      ok: false,
      problem: {
        code: 'unreadable',
        about: 'interval',
        message:
          '"lst week" is not an interval. Write words such as `last 7 days`, or two dates such as `2026-11-01/2026-11-08`.',
      },
    });
    expect(resolveInterval('today', { now: 0, timeZone: 'Amsterdam' })).toEqual({
      ok: false,
      problem: {
        code: 'unreadable',
        about: 'timeZone',
        message: '"Amsterdam" is not a time zone. Write an IANA name such as `Europe/Amsterdam`.',
      },
    });
    for (const timeZone of ['+01:00', '-0500', 'UTC+1', ''])
      expect(resolveInterval('today', { now: 0, timeZone })).toMatchObject({
        ok: false,
        problem: { about: 'timeZone' },
      });
  });
});
