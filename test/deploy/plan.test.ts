import fc from 'fast-check';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import type { GenesysProject } from '#core/contract/generated/files.ts';
import { defaultSelection, PlanRefused, selected } from '#core/deploy/index.ts';
import { BILLING, DEV, SUPPORT, VOICE, catalog, org, orgCode, outline, planOf } from './support.ts';

test('a code that the org does not have is created, with its division by id', () => {
  const plan = planOf({ codes: [{ name: 'Escalation', description: 'To tier two', division: 'Support' }] });
  expect(plan.changes).toMatchObject([
    {
      kind: 'create',
      id: 'create:Escalation',
      call: {
        method: 'POST',
        path: '/api/v2/routing/wrapupcodes',
        body: { name: 'Escalation', description: 'To tier two', division: { id: SUPPORT.id } },
      },
    },
  ]);
  expect(plan.summary).toMatchObject({ create: 1, unchanged: 0, blocked: 0 });
});

test('what a file leaves out is kept: a PUT names everything again', () => {
  const codes = [orgCode('Escalation', { description: 'old', division: SUPPORT })];
  expect(outline(planOf({ codes: [{ name: 'Escalation' }], org: org({ codes }) }))).toEqual([]);
  const plan = planOf({ codes: [{ name: 'escalation' }], org: org({ codes }) });
  expect(plan.changes).toMatchObject([
    {
      kind: 'adopt',
      codeId: 'id-Escalation',
      call: {
        method: 'PUT',
        path: '/api/v2/routing/wrapupcodes/id-Escalation',
        body: { name: 'escalation', description: 'old', division: { id: SUPPORT.id } },
      },
    },
  ]);
});

test('an empty description clears, and an absent one in the org is the same as empty', () => {
  const had = planOf({
    codes: [{ name: 'A', description: '' }],
    org: org({ codes: [orgCode('A', { description: 'old' })] }),
  });
  expect(had.changes).toMatchObject([{ kind: 'update', call: { body: { name: 'A', description: '' } } }]);
  expect(outline(planOf({ codes: [{ name: 'A', description: '' }], org: org({ codes: [orgCode('A')] }) }))).toEqual([]);
});

test('the catalog gives division and queues where an entry says none', () => {
  const file = catalog([{ name: 'A' }, { name: 'B', division: '*', queues: [] }], {
    division: 'Support',
    defaults: { queues: ['Billing'] },
  });
  const plan = planOf({ catalogs: [file] });
  expect(plan.changes).toMatchObject([
    { kind: 'create', name: 'A', after: { division: SUPPORT } },
    { kind: 'create', name: 'B', after: { division: { id: '*' } } },
    { kind: 'associate', name: 'A', queue: { id: BILLING.id } },
  ]);
});

test('an association says whether its code is there yet', () => {
  const plan = planOf({
    codes: [
      { name: 'Old', queues: ['Billing'] },
      { name: 'New', queues: ['Billing'] },
    ],
    org: org({ codes: [orgCode('Old')] }),
  });
  expect(plan.changes).toMatchObject([
    { kind: 'create', name: 'New' },
    {
      kind: 'associate',
      id: 'associate:Billing:Old',
      codeId: 'id-Old',
      call: { path: '/api/v2/routing/queues/q-billing/wrapupcodes', body: [{ id: 'id-Old' }] },
    },
    { kind: 'associate', name: 'New' },
  ]);
  expect(plan.changes[2]).not.toHaveProperty('codeId');
});

test('an unknown queue blocks itself and nothing else', () => {
  const plan = planOf({ codes: [{ name: 'A', queues: ['Nowhere', 'Billing'] }] });
  expect(outline(plan)).toEqual(['create A', 'associate A @ Billing', 'blocked A']);
  expect(plan.changes[2]?.why).toContain('no queue "Nowhere"');
});

test('an unknown division blocks a create, and only the division of a code that exists', () => {
  expect(outline(planOf({ codes: [{ name: 'A', division: 'Nowhere', queues: ['Billing'] }] }))).toEqual(['blocked A']);
  const codes = [orgCode('A', { description: 'old' })];
  const plan = planOf({ codes: [{ name: 'A', division: 'Nowhere', description: 'new' }], org: org({ codes }) });
  expect(outline(plan)).toEqual(['update A', 'blocked A']);
});

test('names of the environment are used, and only there', () => {
  const project: GenesysProject = {
    kind: 'GenesysProject',
    environments: {
      dev: { region: 'mypurecloud.ie', names: { queues: { Invoices: 'Billing' }, divisions: { Helpdesk: 'Support' } } },
    },
  };
  const codes = [{ name: 'A', division: 'Helpdesk', queues: ['Invoices'] }];
  expect(outline(planOf({ codes, project }))).toEqual(['create A', 'associate A @ Billing']);
  expect(outline(planOf({ codes, project, target: { ...DEV, name: 'prod' } }))).toEqual(['blocked A']);
});

test('entries for other environments are counted and nothing else', () => {
  const codes = [
    { name: 'A', environments: ['prod'] },
    { name: 'B', environments: ['dev'] },
    { name: 'C', environments: [] },
  ];
  const plan = planOf({ codes });
  expect(outline(plan)).toEqual(['create B']);
  expect(plan.excluded).toBe(2);
});

test('the built-in sandbox stands in for every environment, unless the project has one of that name', () => {
  const codes = [{ name: 'A', environments: ['prod'] }];
  const target = { name: 'Sandbox', protected: false };
  expect(outline(planOf({ codes, target }))).toEqual(['create A']);
  const project: GenesysProject = { kind: 'GenesysProject', environments: { Sandbox: { region: 'mypurecloud.ie' } } };
  expect(outline(planOf({ codes, target, project }))).toEqual([]);
});

test.each([
  ['2026-11-20T12:00:00Z', undefined, 1],
  ['2026-11-20T12:00:01Z', undefined, 0],
  [undefined, '2026-11-20T12:00:00Z', 1],
  [undefined, '2026-11-20T11:59:59Z', 0],
  ['2026-11-20T14:00:00+02:00', '2026-11-20', 1],
])('valid from %s through %s: on %i queues', (validFrom, validThrough, count) => {
  const entry = {
    name: 'A',
    queues: ['Billing'],
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validThrough === undefined ? {} : { validThrough }),
  };
  const plan = planOf({ codes: [entry] });
  expect(plan.summary).toMatchObject({ create: 1, associate: count });
});

test('a date that cannot be read blocks its entry', () => {
  expect(outline(planOf({ codes: [{ name: 'A', validFrom: 'soon', queues: ['Billing'] }] }))).toEqual(['blocked A']);
});

test('a retired or deleted code is not made anew', () => {
  const plan = planOf({
    codes: [
      { name: 'A', state: 'retired', queues: ['Billing'] },
      { name: 'B', state: 'deleted' },
    ],
  });
  expect(outline(plan)).toEqual([]);
  expect(plan.summary.unchanged).toBe(2);
});

test('an environment that is bound to another org is refused', () => {
  const target = { ...DEV, org: 'org-2' };
  expect(() => planOf({ target })).toThrow(PlanRefused);
  expect(() => planOf({ target })).toThrow('bound to the org org-2');
  expect(() => planOf({ target: { ...DEV, org: ' ORG-1 ' } })).not.toThrow();
});

test('the view shows the org before and after in the order of the files, and is the same on both sides when nothing is to do', () => {
  const codes = [orgCode('Tech Escalation', { description: 'old', division: { id: SUPPORT.id } })];
  const facts = org({ codes, queueCodes: { [VOICE.id]: ['id-Tech Escalation'] } });
  const plan = planOf({
    codes: [
      { name: 'Escalation', formerly: ['Tech Escalation'], description: 'new', queues: ['Support Voice', 'Billing'] },
      { name: 'Brand New' },
    ],
    org: facts,
  });
  expect(plan.view.before).toBe(
    'codes:\n  # Escalation\n  - name: Tech Escalation\n    description: old\n    division: Support\n    queues: [Support Voice]\n  # Brand New\n',
  );
  expect(plan.view.after).toBe(
    'codes:\n  # Escalation\n  - name: Escalation\n    description: new\n    division: Support\n    queues: [Billing, Support Voice]\n  # Brand New\n  - name: Brand New\n',
  );
  const same = planOf({ codes: [{ name: 'Tech Escalation' }], org: facts });
  expect(same.view.before).toBe(same.view.after);
});

test('both sides of the view are YAML of the codes, whatever is in a name or a description', () => {
  const strange = fc.string({ unit: fc.constantFrom('a', ' ', '#', ':', '-', '\n', '\t', '"', '[', '\u2028', '|') });
  fc.assert(
    fc.property(strange, strange, (name, description) => {
      const codes = [orgCode(`x${name}`, { description: 'before' })];
      const { view } = planOf({ codes: [{ name: `x${name}`, description: `y${description}` }], org: org({ codes }) });
      expect(parse(view.before)).toEqual({ codes: [{ name: `x${name}`, description: 'before' }] });
      expect(parse(view.after)).toEqual({ codes: [{ name: `x${name}`, description: `y${description}` }] });
    }),
  );
});

test('the view shows every kind of change, and follows what is selected', () => {
  const facts = org({
    codes: [orgCode('Moved', { division: { id: SUPPORT.id } }), orgCode('Gone'), orgCode('Stranger')],
    queueCodes: { [VOICE.id]: ['id-Gone'], [BILLING.id]: ['id-Moved', 'id-Stranger'] },
    outbound: { version: 1, defaultSet: [], mapping: { 'id-Moved': ['BUSINESS_SUCCESS'] } },
  });
  const plan = planOf({
    catalogs: [
      catalog(
        [
          { name: 'Moved', division: 'Home', queues: [], outbound: ['BUSINESS_FAILURE'] },
          { name: 'Gone', state: 'deleted' },
        ],
        {
          queues: {
            'Support Voice': {},
            Billing: { membership: 'exact', afterCallWork: { prompt: 'MANDATORY_TIMEOUT', timeout: '1m' } },
          },
        },
      ),
    ],
    org: facts,
  });
  expect(plan.view.before).toBe(
    `codes:
  # Moved
  - name: Moved
    division: Support
    queues: [Billing]
    outbound: [BUSINESS_SUCCESS]
  # Gone
  - name: Gone
    queues: [Support Voice]
  # Stranger
  - name: Stranger
    queues: [Billing]
queues:
  # Billing
  - prompt: OPTIONAL
`,
  );
  expect(plan.view.after).toBe(
    `codes:
  # Moved
  - name: Moved
    division: Home
    outbound: [BUSINESS_FAILURE]
  # Gone
  # Stranger
  - name: Stranger
queues:
  # Billing
  - prompt: MANDATORY_TIMEOUT
    timeout: 1m
`,
  );
  const part = selected(plan, defaultSelection(plan)).view;
  expect(part.before).toBe(plan.view.before);
  expect(part.after).toBe(plan.view.before.replace('division: Support', 'division: Home'));
});
