import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUuid, parsePattern } from '#core/contract/formats.ts';
import { parseInstant } from '#core/contract/instant.ts';

describe('parseInstant', () => {
  it('reads what the platform writes, for every moment of ten thousand years', () => {
    const moments = fc.date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (moment) => {
        expect(parseInstant(moment.toISOString())).toBe(moment.getTime());
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['2026-01-31T01:00:00+01:00', Date.UTC(2026, 0, 31)],
    ['2026-01-30T18:30:00-05:30', Date.UTC(2026, 0, 31)],
    ['2024-02-29T00:00:00.123456Z', Date.UTC(2024, 1, 29, 0, 0, 0, 123)],
    ['2026-01-31T00:00:00.5Z', Date.UTC(2026, 0, 31, 0, 0, 0, 500)],
  ])('reads %s', (text, ms) => expect(parseInstant(text)).toBe(ms));

  it.each([
    '',
    '2026-01-31',
    '2026-01-31T00:00:00',
    '2026-01-31T00:00Z',
    '2026-01-31 00:00:00Z',
    '2026-01-31t00:00:00z',
    '2026-01-31T00:00:00+0100',
    '2026-02-29T00:00:00Z',
    '2100-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-31T24:00:00Z',
    '2026-01-31T23:60:00Z',
    '2026-01-31T23:59:60Z',
    '2026-01-31T00:00:00+24:00',
    ' 2026-01-31T00:00:00Z',
  ])('does not read %j', (text) => expect(parseInstant(text)).toBeUndefined());
});

it('knows an id', () => {
  fc.assert(fc.property(fc.uuid(), (id) => isUuid(id)));
  for (const text of [
    '',
    '6f1f',
    'urn:uuid:6f1f0c52-7d3b-4c1e-9a57-2f8d3e5b1a90',
    '6f1f0c52-7d3b-4c1e-9a57-2f8d3e5b1a9g',
  ]) {
    expect(isUuid(text)).toBe(false);
  }
});

it('reads a pattern in its Unicode form, and no broken one', () => {
  expect(parsePattern('^\\p{Lu}')?.test('Über')).toBe(true);
  expect(parsePattern('(')).toBeUndefined();
});
