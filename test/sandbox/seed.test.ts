import { expect, test } from 'vitest';
import { seedOrg } from '#sandbox/org/seed.ts';
import { codesPath, openSandbox, queuesPath, signIn } from './support.ts';

const org = (seed: number): ReturnType<typeof seedOrg> => seedOrg(seed, () => 'secret');

test('one seed gives one org, another seed another one', async () => {
  const read = async (seed: number): Promise<string> => {
    const api = await signIn(await openSandbox({ seed }));
    const paths = [codesPath, `${codesPath}/divisionviews?includeState=Deleted`, queuesPath, '/api/v2/users'];
    return JSON.stringify(await Promise.all(paths.map((path) => api.all(path))));
  };
  const first = await read(42);
  expect(await read(42)).toBe(first);
  const ids = (text: string): ReadonlySet<string> => new Set(text.match(/[0-9a-f-]{36}/g));
  expect([...ids(await read(43))].filter((id) => ids(first).has(id))).toEqual([]);
});

test('what is created has the same id in every run of a seed', async () => {
  const create = async (): Promise<unknown> =>
    (await (await signIn(await openSandbox({ seed: 5 }))).send('POST', codesPath, { name: 'New' })).body['id'];
  expect(await create()).toBe(await create());
});

test('secrets are made for each run', async () => {
  const [first, second] = [await openSandbox(), await openSandbox()];
  expect(first.clientId).toBe(second.clientId);
  expect(first.clientSecret).not.toBe(second.clientSecret);
});

test('the org is as large and as varied as the tests of the product need', () => {
  const { codes, queues, users, divisions, queueCodes } = org(1);
  expect(divisions.map((division) => division.name)).toEqual(['Home', 'Support', 'Sales', 'Billing']);
  expect(users).toHaveLength(60);
  expect([...queues.values()].map((queue) => queue.name).join(', ')).toBe(
    'Support Voice, Support Chat, Support Email, Billing, Sales Voice, Sales Callback, Retention, ' +
      'Technical Tier 2, Claims, Onboarding, Back Office, VIP Desk',
  );
  expect([...queues.values()].filter((queue) => queue.memberCount > 100)).toHaveLength(4);
  const all = [...codes.values()];
  const living = all.filter((code) => !code.deleted);
  expect([living.length, all.length - living.length]).toEqual([142, 11]);
  expect(living.filter((code) => code.description === undefined).length).toBeGreaterThan(80);
  expect(new Set(living.map((code) => code.divisionId)).size).toBe(5);
  for (const wanted of [/\p{Script=Arabic}/u, /\p{Extended_Pictographic}/u, /é/, / $/, /^[a-z]/]) {
    expect(living.some((code) => wanted.test(code.name))).toBe(true);
  }
  expect(living.map((code) => code.name)).toEqual(
    expect.arrayContaining(['Issue Resolved', 'callback requested ', 'Follow Up Needed']),
  );
  expect([...queueCodes.values()].every((ids) => ids.size > 0)).toBe(true);
});

test.each([1, 2, 3, 99])('seed %i has no id twice, and no living name twice without case', (seed) => {
  const { codes, queues, users, divisions } = org(seed);
  const ids = [...codes.keys(), ...queues.keys(), ...users.map((user) => user.id), ...divisions.map((one) => one.id)];
  expect(ids.length).toBe(153 + 12 + 60 + 4);
  expect(new Set(ids).size).toBe(ids.length);
  const names = [...codes.values()].filter((code) => !code.deleted).map((code) => code.name.trim().toLowerCase());
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(users.map((user) => user.email)).size).toBe(60);
});
