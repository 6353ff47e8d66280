import { expect, test } from 'vitest';
import { DEFAULT_CODE_ID } from '#core/contract/systemCodes.ts';
import { catalog, org, orgCode, outline, planOf } from './support.ts';

const withCodes = (...names: readonly string[]) => org({ codes: names.map((name) => orgCode(name)) });

test.each(['escalation', ' Escalation ', 'ESCALATION', 'Esca\u200blation'])(
  'the same name to a person is adopted, not made twice: %j',
  (spelled) => {
    const plan = planOf({ codes: [{ name: 'Escalation' }], org: withCodes(spelled) });
    expect(plan.changes).toMatchObject([{ kind: 'adopt', before: { name: spelled }, after: { name: 'Escalation' } }]);
  },
);

test('a Unicode form is a spelling', () => {
  const plan = planOf({ codes: [{ name: 'Re\u0301clamation' }], org: withCodes('R\u00e9clamation') });
  expect(outline(plan)).toEqual(['adopt Re\u0301clamation']);
});

test('the exact name wins over one that differs in case', () => {
  expect(outline(planOf({ codes: [{ name: 'Escalation' }], org: withCodes('escalation', 'Escalation') }))).toEqual([]);
});

test('more than one spelling and none exact is blocked, with all shown', () => {
  const plan = planOf({ codes: [{ name: 'Escalation' }], org: withCodes('escalation', 'ESCALATION') });
  expect(outline(plan)).toEqual(['blocked Escalation']);
  expect(plan.changes[0]?.why).toContain('"ESCALATION" (id-ESCALATION)');
  expect(plan.changes[0]?.why).toContain('"escalation" (id-escalation)');
});

test('the same name in two divisions is blocked', () => {
  const codes = [
    orgCode('A', { id: '1', division: { id: 'x', name: 'North' } }),
    orgCode('A', { id: '2', division: { id: 'y', name: 'South' } }),
  ];
  const plan = planOf({ codes: [{ name: 'A' }], org: org({ codes }) });
  expect(plan.changes[0]?.why).toMatch(/division North.*division South/);
});

test('an earlier name is a rename that keeps the id', () => {
  const plan = planOf({
    codes: [{ name: 'Escalation', formerly: ['gone', 'tech escalation'] }],
    org: withCodes('Tech Escalation'),
  });
  expect(plan.changes).toMatchObject([
    { kind: 'rename', codeId: 'id-Tech Escalation', call: { method: 'PUT', body: { name: 'Escalation' } } },
  ]);
});

test('old and new name both present is blocked, with both shown', () => {
  const plan = planOf({
    codes: [{ name: 'Escalation', formerly: ['Tech Escalation'] }],
    org: withCodes('Tech Escalation', 'Escalation'),
  });
  expect(outline(plan)).toEqual(['blocked Escalation']);
  expect(plan.changes[0]?.why).toMatch(/"Escalation".*"Tech Escalation"/);
});

test('two earlier names present is blocked', () => {
  expect(outline(planOf({ codes: [{ name: 'C', formerly: ['A', 'B'] }], org: withCodes('A', 'B') }))).toEqual([
    'blocked C',
  ]);
});

test('an earlier name that is only another spelling of the new one is no second code', () => {
  expect(
    outline(planOf({ codes: [{ name: 'Escalation', formerly: ['escalation'] }], org: withCodes('escalation') })),
  ).toEqual(['adopt Escalation']);
});

test('two entries that ask for one name block each other, across files too', () => {
  const catalogs = [
    catalog([{ name: 'A' }, { name: 'B' }], {}, 'one.wrapup.yaml'),
    catalog([{ name: ' a' }], {}, 'two.wrapup.yaml'),
  ];
  const plan = planOf({ catalogs });
  expect(outline(plan)).toEqual(['create B', 'blocked A', 'blocked  a']);
  expect(plan.changes[1]?.why).toContain('two.wrapup.yaml');
});

test('two entries that stand for one code of the org block each other', () => {
  const plan = planOf({ codes: [{ name: 'A' }, { name: 'B', formerly: ['A'] }], org: withCodes('A') });
  expect(outline(plan)).toEqual(['blocked A', 'blocked B']);
});

test("a name that is one entry's present and another's past blocks both, whatever the org has", () => {
  const codes = [{ name: 'Alpha', formerly: ['Zeta'] }, { name: 'zeta' }];
  for (const snapshot of [org(), withCodes('Zeta'), withCodes('Alpha')]) {
    expect(outline(planOf({ codes, org: snapshot }))).toEqual(['blocked Alpha', 'blocked zeta']);
  }
});

test('two entries cannot come from one earlier name', () => {
  const codes = [
    { name: 'A', formerly: ['Old'] },
    { name: 'B', formerly: ['old'] },
  ];
  for (const snapshot of [org(), withCodes('Old'), withCodes('A', 'Old')]) {
    expect(outline(planOf({ codes, org: snapshot }))).toEqual(['blocked A', 'blocked B']);
  }
});

test('the change ids of a plan are unique even where entries are not', () => {
  const plan = planOf({ codes: [{ name: 'A' }, { name: 'A' }, { name: 'A' }] });
  expect(new Set(plan.changes.map(({ id }) => id)).size).toBe(3);
});

test("the system's default code is never changed", () => {
  const codes = [orgCode('Default Wrap-up Code', { id: DEFAULT_CODE_ID })];
  expect(outline(planOf({ codes: [{ name: 'default wrap-up code' }], org: org({ codes }) }))).toEqual([
    'blocked default wrap-up code',
  ]);
});

test('a deletion is blocked where the org has a twin, since the next push would take that one', () => {
  const codes = [orgCode('Alpha'), orgCode('alpha')];
  expect(outline(planOf({ codes: [{ name: 'Alpha', state: 'deleted' }], org: org({ codes }) }))).toEqual([
    'blocked Alpha',
  ]);
  expect(outline(planOf({ codes: [{ name: 'Alpha' }], org: org({ codes }) }))).toEqual([]);
});
