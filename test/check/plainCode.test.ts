/** What is said quickly of most codes is what the validator says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlainCode } from '#core/check/plainCode.ts';
import { validateCode } from '#core/contract/generated/validators.mjs';
import { readSource } from '#core/text/parse.ts';
import { toValue } from '#core/text/walk.ts';

const keys = ['name', 'code', 'category', 'description', 'queues', 'reportingTags', 'state', 'formerly', 'outbound'];
const otherKeys = ['mandatory', 'validFrom', 'environments', 'nmae', '__proto__', 'constructor'];
const scalars = ['A', 'B', '""', "' '", '1', 'true', '~', '', 'active', 'gone', '2026-01-01T00:00:00Z'];
const scalar = fc.constantFrom(...scalars);
const list = fc.array(scalar, { maxLength: 4 }).map((items) => `[${items.map((item) => item || '~').join(', ')}]`);
const pair = fc.tuple(
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...keys) }, fc.constantFrom(...otherKeys)),
  fc.oneof(scalar, list, fc.constant('{ a: b }')),
);

test('a code that is taken for sound without its value has no errors', () => {
  let sound = 0;
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 6 }), (pairs) => {
      const lines = [['name', 'Refund'] as const, ...pairs].map(([key, value]) => `${key}: ${value}\n`);
      const root = readSource('a.yaml', lines.join('')).documents[0]?.root;
      if (root === undefined || !isPlainCode(root)) return;
      sound++;
      expect(validateCode(toValue(root))).toBe(true);
    }),
    { numRuns: 3000 },
  );
  expect(sound).toBeGreaterThan(50);
});

test('ordinary codes are', () => {
  const code = 'name: Refund\ncategory: Billing\nqueues: [A, B]\nstate: active\ndescription: ""\n';
  const root = readSource('a.yaml', code).documents[0]?.root;
  expect(root && isPlainCode(root)).toBe(true);
});
