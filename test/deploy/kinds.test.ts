/** What the files mean as changes: queues, after-call work, outbound mappings, moves and deletions. */
import { describe, expect, test } from 'vitest';
import type { WrapUpCatalog, WrapUpCode } from '#core/contract/generated/files.ts';
import type { Plan } from '#core/deploy/model.ts';
import { DEFAULT_CODE_ID } from '#core/contract/systemCodes.ts';
import { BILLING, HOME, SUPPORT, VOICE, catalog, org, orgCode, outline, planOf } from './support.ts';

const onBoth = org({
  codes: [orgCode('A', { division: HOME }), orgCode('Stranger')],
  queueCodes: { [VOICE.id]: ['id-A'], [BILLING.id]: ['id-A', 'id-Stranger'] },
  outbound: { version: 3, defaultSet: [], mapping: { 'id-A': ['BUSINESS_SUCCESS', 'RIGHT_PARTY_CONTACT'] } },
});
const QUEUES = { 'Support Voice': {}, Billing: {} };
const OFF_BOTH = ['dissociate A @ Support Voice', 'dissociate A @ Billing'];

const cases: readonly (readonly [string, WrapUpCode, readonly string[]])[] = [
  ['another division', { name: 'A', division: 'Support' }, ['move A']],
  ['the same division', { name: 'A', division: 'Home' }, []],
  ['all divisions', { name: 'A', division: '*' }, ['move A']],
  ['retired', { name: 'A', state: 'retired' }, OFF_BOTH],
  ['not valid yet', { name: 'A', validFrom: '2027-01-01T00:00:00Z' }, OFF_BOTH],
  ['expired', { name: 'A', validThrough: '2026-01-01T00:00:00Z' }, OFF_BOTH],
  ['on no queue', { name: 'A', queues: [] }, OFF_BOTH],
  ['queues left out', { name: 'A' }, []],
  ['fewer queues, additive', { name: 'A', queues: ['Billing'] }, []],
  ['deleted', { name: 'A', state: 'deleted' }, [...OFF_BOTH.toReversed(), 'delete A']],
  ['outbound flags in another order', { name: 'A', outbound: ['RIGHT_PARTY_CONTACT', 'BUSINESS_SUCCESS'] }, []],
  ['other outbound flags', { name: 'A', outbound: ['BUSINESS_SUCCESS'] }, ['outbound A']],
  ['explicitly no outbound flags', { name: 'A', outbound: [] }, ['outbound A']],
  ['the default outbound flags', { name: 'A', outbound: 'default' }, ['outbound A']],
];

test.each(cases)('%s', (_name, entry, expected) => {
  const plan = planOf({ catalogs: [catalog([entry], { queues: QUEUES })], org: onBoth });
  expect(outline(plan)).toEqual(expected);
  expect(plan.summary.unchanged).toBe(expected.length === 0 ? 1 : 0);
});

describe('a move', () => {
  const codes = [orgCode('Old', { division: HOME, description: 'kept' })];

  test('is a PUT of its own that repeats what the edit before it has written', () => {
    const plan = planOf({ codes: [{ name: 'New', formerly: ['Old'], division: 'Support' }], org: org({ codes }) });
    expect(plan.changes).toMatchObject([
      { kind: 'rename', call: { body: { name: 'New', description: 'kept', division: { id: HOME.id } } } },
      {
        kind: 'move',
        why: 'The org has it in the division "Home"; the file says the division "Support".',
        before: { name: 'New', description: 'kept', division: HOME },
        call: {
          method: 'PUT',
          path: '/api/v2/routing/wrapupcodes/id-Old',
          body: { name: 'New', description: 'kept', division: { id: SUPPORT.id } },
        },
      },
    ]);
  });
});

describe('codes come off', () => {
  test('only queues that are declared, or that the entry names itself', () => {
    const retired: WrapUpCode = { name: 'A', state: 'retired' };
    expect(outline(planOf({ codes: [retired], org: onBoth }))).toEqual([]);
    expect(outline(planOf({ codes: [{ ...retired, queues: ['Billing'] }], org: onBoth }))).toEqual([
      'dissociate A @ Billing',
    ]);
  });

  test('by one call for each code and queue, which says why', () => {
    const plan = planOf({ codes: [{ name: 'A', state: 'retired', queues: ['Billing'] }], org: onBoth });
    expect(plan.changes).toMatchObject([
      {
        id: 'dissociate:Billing:A',
        codeId: 'id-A',
        why: 'The code is retired, and it is on the queue "Billing".',
        call: { method: 'DELETE', path: '/api/v2/routing/queues/q-billing/wrapupcodes/id-A' },
      },
    ]);
  });
});

const ofQueues = (
  queues: NonNullable<WrapUpCatalog['queues']>,
  codes: readonly WrapUpCode[],
  more: Parameters<typeof planOf>[0] = {},
): Plan => planOf({ catalogs: [catalog(codes, { queues })], org: onBoth, ...more });

describe('exact membership', () => {
  const exact = { Billing: { membership: 'exact' as const } };

  test('takes off what no catalog lists there', () => {
    expect(outline(ofQueues(exact, [{ name: 'A', queues: ['Billing'] }]))).toEqual(['dissociate Stranger @ Billing']);
    const elsewhere = ofQueues({ ...exact, 'Support Voice': {} }, [{ name: 'A', queues: ['Support Voice'] }]);
    expect(outline(elsewhere)).toEqual(['dissociate A @ Billing', 'dissociate Stranger @ Billing']);
    expect(elsewhere.summary.unchanged).toBe(0);
  });

  test('leaves what a blocked entry or another environment lists, and the default code of the system', () => {
    const kept = [{ name: 'Stranger', environments: ['prod'] }, { name: 'A' }];
    expect(outline(ofQueues(exact, kept))).toEqual([]);
    const withDefault = org({
      codes: [orgCode('Default Wrap-up Code', { id: DEFAULT_CODE_ID })],
      queueCodes: { [BILLING.id]: [DEFAULT_CODE_ID] },
    });
    expect(outline(ofQueues(exact, [], { org: withDefault }))).toEqual([]);
  });

  test('leaves what another catalog of the project lists there, and only there', () => {
    const around = (queue: string) => ({
      catalogs: [catalog([{ name: 'Stranger', queues: [queue] }], {}, 'b.wrapup.yaml')],
      unreadable: [],
      mentions: [],
    });
    const codes = [{ name: 'A', queues: ['Billing'] }];
    expect(outline(ofQueues(exact, codes, { around: around('Billing') }))).toEqual([]);
    expect(outline(ofQueues(exact, codes, { around: around('Support Voice') }))).toEqual([
      'dissociate Stranger @ Billing',
    ]);
  });

  test('takes nothing off while a catalog cannot be read, and says so', () => {
    const around = { catalogs: [], unreadable: ['b.wrapup.yaml'], mentions: [] };
    const plan = ofQueues(exact, [{ name: 'A', queues: [] }], { around });
    expect(outline(plan)).toEqual(['dissociate A @ Billing']);
    expect(plan.notes).toEqual([
      {
        kind: 'unreadable',
        name: 'Billing',
        path: 'a.wrapup.yaml',
        why: 'Nothing is taken off the queue "Billing", because not all catalogs could be read: b.wrapup.yaml. No catalog lists "Stranger" there. It stays.',
      },
    ]);
  });

  test('leaves a code that cannot be seen, since nobody can say who lists it', () => {
    const hidden = org({ queueCodes: { [BILLING.id]: ['id-hidden'] } });
    const plan = ofQueues(exact, [], { org: hidden });
    expect(outline(plan)).toEqual([]);
    expect(plan.notes[0]?.why).toContain('1 code is on it that these credentials cannot see');
  });
});

describe('after-call work', () => {
  test.each([
    [{ prompt: 'MANDATORY_TIMEOUT', timeout: '30s' } as const, undefined],
    [{ prompt: 'MANDATORY_TIMEOUT' } as const, undefined],
    [{ prompt: 'OPTIONAL' } as const, { wrapupPrompt: 'OPTIONAL' }],
    [{ timeout: '31s' } as const, { timeoutMs: 31_000 }],
  ])('declared as %j', (afterCallWork, expected) => {
    const { changes } = ofQueues({ 'Support Voice': { afterCallWork } }, []);
    expect(changes.map((change) => (change.kind === 'queueSettings' ? change.after : change))).toEqual(
      expected === undefined ? [] : [expected],
    );
  });

  test('is sent as a part of the queue, and names what it replaces', () => {
    const { changes } = ofQueues({ Billing: { afterCallWork: { prompt: 'MANDATORY_TIMEOUT', timeout: '1m' } } }, []);
    expect(changes).toMatchObject([
      {
        id: 'queueSettings:Billing',
        why: "The queue's after-call work differs: OPTIONAL in the org, MANDATORY_TIMEOUT, 60 s in the file.",
        before: { wrapupPrompt: 'OPTIONAL' },
        call: {
          method: 'PUT',
          path: '/api/v2/routing/queues/q-billing',
          body: { acwSettings: { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: 60_000 } },
          into: 'queue',
        },
      },
    ]);
  });

  test('of a queue that the org does not have, or that is declared twice, is blocked', () => {
    const afterCallWork = { prompt: 'OPTIONAL' } as const;
    expect(outline(ofQueues({ Nowhere: { afterCallWork } }, []))).toEqual(['blocked Nowhere']);
    expect(outline(ofQueues({ Billing: { afterCallWork }, billing: { afterCallWork } }, []))).toEqual([
      'blocked Billing',
      'blocked billing',
    ]);
  });

  test('that a mandatory code needs and does not get is told, and any mandatory prompt will do', () => {
    const codes = [{ name: 'A', queues: ['Support Voice', 'Billing'], mandatory: true }];
    const notes = (queues: NonNullable<WrapUpCatalog['queues']>): readonly string[] =>
      ofQueues(queues, codes).notes.flatMap(({ kind, why }) => (kind === 'mandatoryUnmet' ? [why] : []));
    expect(notes(QUEUES)).toEqual([
      'The code is mandatory, but the queue "Billing" has the prompt OPTIONAL in the org, so agents can go on without a code.',
    ]);
    expect(notes({ Billing: { afterCallWork: { prompt: 'MANDATORY' } } })).toEqual([]);
    expect(notes({ 'Support Voice': { afterCallWork: { prompt: 'AGENT_REQUESTED' } } })).toHaveLength(2);
  });
});

describe('outbound mappings', () => {
  test('are one document, of which only our own entries are named', () => {
    const plan = planOf({ codes: [{ name: 'A', outbound: [] }], org: onBoth });
    expect(plan.changes).toMatchObject([
      {
        before: ['BUSINESS_SUCCESS', 'RIGHT_PARTY_CONTACT'],
        after: [],
        call: {
          method: 'PUT',
          path: '/api/v2/outbound/wrapupcodemappings',
          body: { mapping: { 'id-A': [] } },
          into: 'outboundMappings',
        },
      },
    ]);
    const none = planOf({ codes: [{ name: 'A', outbound: 'default' }], org: onBoth }).changes[0];
    expect(none).not.toHaveProperty('after');
  });

  test('of a code that is new wait for its id, and of one that has no entry have nothing to remove', () => {
    const codes: WrapUpCode[] = [{ name: 'New', outbound: ['BUSINESS_FAILURE'] }];
    const plan = planOf({ codes, org: onBoth });
    expect(outline(plan)).toEqual(['create New', 'outbound New']);
    expect(plan.changes[1]).not.toHaveProperty('codeId');
    expect(outline(planOf({ codes: [{ name: 'New', outbound: 'default' }], org: onBoth }))).toEqual(['create New']);
    expect(outline(planOf({ codes: [{ name: 'Stranger', outbound: [] }], org: onBoth }))).toEqual([
      'outbound Stranger',
    ]);
  });

  test('of a code that is deleted go only where the file asks for the default', () => {
    const gone = (outbound: NonNullable<WrapUpCode['outbound']>) =>
      outline(planOf({ codes: [{ name: 'A', state: 'deleted', outbound }], org: { ...onBoth, queueCodes: {} } }));
    expect(gone(['BUSINESS_FAILURE'])).toEqual(['delete A']);
    expect(gone('default')).toEqual(['outbound A', 'delete A']);
  });
});

describe('a deletion', () => {
  const entry: WrapUpCode = { name: 'A', code: 'A_1', state: 'deleted', formerly: ['Before A'] };

  test('shows what points to the code: queues, flags, rules and queries', () => {
    const plan = planOf({
      codes: [entry],
      org: onBoth,
      around: {
        catalogs: [],
        unreadable: [],
        mentions: [
          { in: 'rule', path: 's.survey.yaml', what: 'rule 4', by: 'either', text: 'A_1' },
          { in: 'rule', path: 's.survey.yaml', what: 'otherwise', by: 'either', text: 'before a' },
          { in: 'rule', path: 's.survey.yaml', what: 'rule 5', by: 'either', text: 'a_1' },
          { in: 'query', path: 'q.query.yaml', what: 'query 2', by: 'code', text: 'A_1' },
          { in: 'query', path: 'q.query.yaml', what: 'query 3', by: 'name', text: 'A_1' },
        ],
      },
    });
    expect(plan.changes.at(-1)).toMatchObject({
      kind: 'delete',
      codeId: 'id-A',
      pointing: {
        queues: [
          { id: BILLING.id, name: 'Billing' },
          { id: VOICE.id, name: 'Support Voice' },
        ],
        outbound: ['BUSINESS_SUCCESS', 'RIGHT_PARTY_CONTACT'],
        rules: [
          { path: 's.survey.yaml', what: 'rule 4' },
          { path: 's.survey.yaml', what: 'otherwise' },
        ],
        queries: [{ path: 'q.query.yaml', what: 'query 2' }],
      },
      call: { method: 'DELETE', path: '/api/v2/routing/wrapupcodes/id-A' },
    });
  });

  test('is not asked for by an entry that vanished', () => {
    expect(outline(planOf({ catalogs: [catalog([], { queues: QUEUES })], org: onBoth }))).toEqual([]);
  });
});

describe('notes', () => {
  test('say what the dates decided', () => {
    const plan = planOf({
      codes: [
        { name: 'Late', validThrough: '2026-01-01T00:00:00Z' },
        { name: 'Early', validFrom: '2027-01-01T00:00:00Z' },
        { name: 'Retired', state: 'retired', validThrough: '2026-01-01T00:00:00Z' },
      ],
    });
    expect(plan.notes.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['expired Late', 'notYetValid Early']);
  });

  test('count strangers on a queue that is not exact', () => {
    const plan = ofQueues({ Billing: {} }, [{ name: 'A', queues: ['Support Voice'] }]);
    expect(plan.notes).toEqual([
      {
        kind: 'strangers',
        name: 'Billing',
        path: 'a.wrapup.yaml',
        why: 'No catalog lists there: "A", "Stranger". They stay.',
      },
    ]);
    expect(outline(plan)).toEqual([]);
  });
});
