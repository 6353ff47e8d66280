/** What is quickly said of most codes is what the validator and the rules say. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '#core/check/check.ts';
import { isOrdinary } from '#core/check/ordinaryCode.ts';
import { rules } from '#core/check/rules/index.ts';
import { validateCode } from '#core/contract/generated/validators.mjs';
import { readSource } from '#core/text/parse.ts';
import type { Node } from '#core/text/tree.ts';
import { childOf, toValue } from '#core/text/walk.ts';

const keys = ['name', 'code', 'category', 'subcategory', 'description', 'queues', 'reportingTags', 'state', 'formerly'];
const otherKeys = ['mandatory', 'outbound', 'environments', 'division', 'nmae', '__proto__', 'constructor'];
const words = [
  'Refund',
  'Call back',
  'Late delivery',
  'region:na',
  'active',
  'retired',
  'deleted',
  'resolved (no reply)',
];
const oddWords = [
  '',
  '""',
  "' A '",
  '1',
  'true',
  '~',
  'no',
  'n',
  'on it',
  '12:30',
  '2026-01-01',
  '+1_000',
  'ININ-WRAP',
  'ININ-x',
];
const oddTexts = [
  'Café',
  'A\u200Bbcd',
  'two  spaces',
  'Refund&more',
  '"Refund "',
  `"${'long '.repeat(60)}end"`,
  '&a Refund',
  'refund',
];
const ids = ['cb9f4d7e-1c3a-4e5f-8a6b-0c1d2e3f4a5b', 'Default Wrap-up Code', '00000000-0000-0000-0000-000000000000'];
const scalar = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...words) },
  fc.constantFrom(...oddWords, ...oddTexts, ...ids),
);
const list = fc.array(scalar, { maxLength: 4 }).map((items) => `[${items.map((item) => item || '~').join(', ')}]`);
const pair = fc.tuple(
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...keys) }, fc.constantFrom(...otherKeys)),
  fc.oneof({ weight: 3, arbitrary: scalar }, list, fc.constant('{ a: b }')),
);
const code = fc
  .tuple(scalar, fc.array(pair, { maxLength: 5 }))
  .map(([name, pairs]) =>
    [['name', name] as const, ...pairs]
      .map(([key, value], at) => `${at === 0 ? '  - ' : '    '}${key}: ${value}\n`)
      .join(''),
  );

/** Those that are asked about what a code says by itself. */
const own = rules.filter(
  ({ codesWith }) => codesWith === 'issues' || codesWith === 'oddities' || typeof codesWith === 'object',
);

test.each(['portable', 'platform'])('nothing is to be found in ordinary codes, naming: %s', (naming) => {
  let ordinary = 0;
  fc.assert(
    fc.property(code, (item) => {
      const source = readSource('a.wrapup.yaml', `kind: WrapUpCatalog\nnaming: ${naming}\ncodes:\n${item}`);
      const node = firstCode(source.documents[0]?.root);
      if (node === undefined || !isOrdinary(node)) return;
      ordinary++;
      expect(source.problems).toEqual([]);
      expect(validateCode(toValue(node))).toBe(true);
      expect(check(source, { now: 0 }, own)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
  expect(ordinary).toBeGreaterThan(200);
});

test('most codes are ordinary', () => {
  const lines = [
    'name: Refund agreed',
    'code: REFUND_AGREED',
    'category: billing',
    'description: The customer gets it',
  ];
  const rest = ['queues: [Billing, Support Voice]', 'reportingTags: [region:na]', 'state: active'];
  const source = readSource('a.wrapup.yaml', `codes:\n  - ${[...lines, ...rest].join('\n    ')}\n`);
  const node = firstCode(source.documents[0]?.root);
  expect(node && isOrdinary(node)).toBe(true);
});

test.each([
  'queues: [Billing, billing]',
  'queues: [cb9f4d7e-1c3a-4e5f-8a6b-0c1d2e3f4a5b]',
  'state: ended',
  'validFrom: 2026',
])('%s is left to the rules', (line) => {
  const source = readSource('a.wrapup.yaml', `codes:\n  - name: Refund agreed\n    ${line}\n`);
  const node = firstCode(source.documents[0]?.root);
  expect(node && isOrdinary(node)).toBe(false);
});

function firstCode(root: Node | undefined): Node | undefined {
  const codes = childOf(root, 'codes');
  return codes?.kind === 'seq' ? codes.items[0] : undefined;
}
