/** Orgs as nobody would make them, and as some are. */
import fc from 'fast-check';
import type { OrgCode, OrgQueue, OrgSnapshot } from '#core/deploy/model.ts';
import { HOME, SUPPORT } from './support.ts';

const words = [
  'Refund',
  'refund',
  'No Answer',
  'yes',
  '007',
  'Call: back',
  'a # b',
  ' outer ',
  'Crédit',
  'お客様',
  '"quoted"',
  "it's",
  '- dash',
  '[x]',
  'ININ-OUTBOUND',
  'A\u200Bb',
  'a,b',
  '2026-01-01',
  '~',
  '<b>',
  'x'.repeat(300),
  '   ',
];
const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
);
const division = fc.constantFrom(
  undefined,
  { id: '*' },
  { id: HOME.id, name: 'Home' },
  { id: SUPPORT.id },
  { id: 'd-hidden' },
);
const flags = ['CONTACT_UNCALLABLE', 'RIGHT_PARTY_CONTACT', 'BUSINESS_NEUTRAL', 'A_FLAG_OF_TOMORROW'];

const codes: fc.Arbitrary<readonly OrgCode[]> = fc
  .array(fc.record({ name, division, description: fc.option(name, { nil: undefined }) }), { maxLength: 8 })
  .map((all) =>
    all.map(({ name: own, division: where, description }, at) => ({
      id: `c${at}`,
      name: own,
      ...(description === undefined ? {} : { description }),
      ...(where === undefined ? {} : { division: where }),
    })),
  );

const queues: fc.Arbitrary<readonly OrgQueue[]> = fc
  .array(
    fc.record({
      name,
      prompt: fc.constantFrom(undefined, 'MANDATORY', 'OPTIONAL', 'MANDATORY_TIMEOUT', 'SOMETHING_NEW'),
      ms: fc.constantFrom(undefined, 0, 500, 30_000, 86_400_000),
    }),
    { maxLength: 4 },
  )
  .map((all) =>
    all.map(({ name: own, prompt, ms }, at) => ({
      id: `q${at}`,
      name: own,
      ...(prompt === undefined ? {} : { wrapupPrompt: prompt }),
      ...(ms === undefined ? {} : { wrapupTimeoutMs: ms }),
    })),
  );

/** Enough of them for whatever has to be decided, each from 0 to 3. */
export const throws = fc.array(fc.nat(3), { minLength: 40, maxLength: 40 });

/** Everything is read: members of all queues, and the outbound mappings. */
export const orgs: fc.Arbitrary<OrgSnapshot> = fc
  .tuple(codes, queues, throws, fc.array(fc.tuple(fc.nat(9), fc.subarray(flags)), { maxLength: 4 }))
  .map(([allCodes, allQueues, thrown, mapped]) => ({
    organization: { id: 'org-1', name: 'Acme' },
    divisions: [HOME, SUPPORT],
    codes: allCodes,
    queues: allQueues,
    queueCodes: Object.fromEntries(
      allQueues.map(({ id }, at) => [
        id,
        allCodes.flatMap((code, nth) => (thrown[(at * 8 + nth) % thrown.length] === 0 ? [code.id] : [])),
      ]),
    ),
    outbound: {
      version: 1,
      defaultSet: [],
      mapping: Object.fromEntries(mapped.map(([at, some]) => [`c${at}`, some])),
    },
  }));
