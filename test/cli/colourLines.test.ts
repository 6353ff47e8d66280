import { expect, it } from 'vitest';
import { colourLines } from '#cli/colourLines.ts';
import { coloured, plain } from '#cli/style.ts';
import { formatPlanText, formatResultText } from '#core/deploy/index.ts';
import { BILLING, org, orgCode, planOf } from '../deploy/support.ts';

// The real text, so that a change of its form cannot leave the colours behind.
const plan = planOf({
  codes: [
    { name: '+ create', description: '~ update' },
    { name: 'Text', description: 'new' },
    { name: 'A', queues: ['Nowhere'] },
    { name: 'Gone', state: 'deleted', queues: ['Billing'] },
  ],
  org: org({
    codes: [orgCode('Text'), orgCode('A'), orgCode('Gone')],
    queueCodes: { [BILLING.id]: ['id-Gone'] },
  }),
});
const result = { plan, results: plan.changes.map((change) => ({ change, outcome: 'done' as const })) };
const inColour = (text: string): readonly string[] =>
  // oxlint-disable-next-line no-control-regex
  [...colourLines(text, coloured).matchAll(/\u001b\[(\d+)m(.*?)\u001b\[0m/g)].map(
    ([, code, words]) => `${code} ${words}`,
  );

it('colours the mark and the word of each entry, and nothing else', () => {
  expect(inColour(formatPlanText(plan))).toEqual([
    '32 + create',
    '33 ~ update',
    '33 o dissociate',
    '31 - delete',
    '31 ! blocked',
  ]);
  expect(inColour(formatResultText(result))).toEqual(['32 ✓ done', '32 ✓ done', '32 ✓ done', '32 ✓ done']);
});

it('changes nothing but the colours', () => {
  const text = formatPlanText(plan);
  expect(colourLines(text, plain)).toBe(text);
  // oxlint-disable-next-line no-control-regex
  expect(colourLines(text, coloured).replace(/\u001b\[\d+m/g, '')).toBe(text);
});
