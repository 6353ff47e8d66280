import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration, promptFacts, prompts } from '#core/contract/afterCallWork.ts';
import { allowedValues } from '#core/contract/descriptions.ts';
import { AFTER_CALL_WORK_TIMEOUT } from '#core/contract/limits.ts';
import { validateCatalogHead } from '#core/contract/generated/validators.mjs';

describe('prompts', () => {
  it('are those of our schema, three of them mandatory and three with a timeout', () => {
    const path = ['queues', '*', 'afterCallWork', 'prompt'];
    expect(prompts.map(({ prompt }) => prompt)).toEqual(allowedValues('WrapUpCatalog', path).map(({ value }) => value));
    expect(prompts.filter(({ mandatory }) => mandatory)).toHaveLength(3);
    expect(prompts.filter(({ usesTimeout }) => usesTimeout)).toHaveLength(3);
  });

  it('have their admin UI name in the hover text', () => {
    for (const { description, value } of allowedValues('WrapUpCatalog', ['queues', '*', 'afterCallWork', 'prompt'])) {
      expect(description).toContain(`Admin UI: ${promptFacts(String(value))?.label}.`);
    }
  });
});

describe('durations', () => {
  it.each([
    ['30s', 30_000],
    ['5m', 300_000],
    ['5 min', 300_000],
    ['1 h', 3_600_000],
    ['1.5m', 90_000],
    ['1.1s', 1100],
    ['500ms', 500],
    [' 0s ', 0],
  ])('reads %j', (text, ms) => expect(parseDuration(text)).toBe(ms));

  it.each(['', '30', 's', '-1s', '1e3s', '5  m', '0.0001s', '30S', '1h30m', 'NaNs', '99999999999999999h'])(
    'does not read %j',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: AFTER_CALL_WORK_TIMEOUT.max * 24 }), (ms) => {
        expect(parseDuration(formatDuration(ms))).toBe(ms);
      }),
    );
  });

  it('writes what the schema accepts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: AFTER_CALL_WORK_TIMEOUT.max }), (ms) => {
        const queues = { Voice: { afterCallWork: { timeout: formatDuration(ms) } } };
        expect(validateCatalogHead({ kind: 'WrapUpCatalog', codes: [], queues })).toBe(true);
      }),
    );
  });

  it.each([
    [90_000, '90s'],
    [60_000, '1m'],
    [3_600_000, '1h'],
    [1500, '1500ms'],
    [0, '0s'],
  ])('writes %d as %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});
