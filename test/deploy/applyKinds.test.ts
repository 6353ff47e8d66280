/** Every kind of change: what it sends, what it leaves alone, and what it says when the org is not as the plan saw it. */
import { expect, test } from 'vitest';
import { readStory } from '#core/deploy/apply/journalRecords.ts';
import { isComplete } from '#core/deploy/format/index.ts';
import type { Plan, Write } from '#core/deploy/model.ts';
import { type FaultTarget, nthRequest } from '#sandbox/faults.ts';
import type { OutboundMappings, Queue } from '#sandbox/org/model.ts';
import { expectHonest } from './isInOrg.ts';
import { KINDS, type KindsWorld, openKinds } from './kindsPush.ts';

/** Only some of the plan, so that a test is about one thing. */
const only = (plan: Plan, kind: Write['kind']): Plan => ({
  ...plan,
  changes: plan.changes.filter((change) => change.kind === kind),
});

const queueOf = ({ sandbox }: KindsWorld, name: string): Queue => {
  const found = [...sandbox.org.queues.values()].find((queue) => queue.name === name);
  if (found === undefined) throw new Error(`The sandbox has no queue ${name}.`);
  return found;
};

const writesOf = ({ sandbox }: KindsWorld): readonly string[] =>
  sandbox.log.flatMap(({ method, path }) => (method === 'GET' || path === '/oauth/token' ? [] : [`${method} ${path}`]));

const isWrite =
  (method: string, part: string) =>
  (request: FaultTarget): boolean =>
    request.method === method && request.path.includes(part);

test('a push of every kind does what the plan shows, and a second plan is empty', async () => {
  const world = await openKinds();
  const plan = await world.plan();
  expect(plan.changes.map(({ kind, name }) => `${kind} ${name}`)).toEqual(KINDS);
  const result = await world.apply(plan);
  for (const { change, outcome, message } of result.results)
    expect([change.id, outcome, message]).toEqual([change.id, 'done', undefined]);
  expect(isComplete(result)).toBe(true);
  expectHonest(world, result);
  expect((await world.plan()).changes).toEqual([]);
});

test('what gives comes before what takes away, and nothing is sent twice', async () => {
  const world = await openKinds();
  await world.apply(await world.plan());
  const billing = `/api/v2/routing/queues/${queueOf(world, 'Billing').id}`;
  const voice = `/api/v2/routing/queues/${queueOf(world, 'Support Voice').id}`;
  const codes = '/api/v2/routing/wrapupcodes';
  const rows = '/api/v2/flows/datatables/table%20kinds/rows';
  expect(writesOf(world)).toEqual([
    `POST ${codes}`,
    `PUT ${codes}/id%20Kind%20Update`,
    `PUT ${codes}/id%20kind%20%20adopt`,
    `PUT ${codes}/id%20Kind%20Earlier`,
    `PUT ${codes}/id%20Kind%20Update`,
    `POST ${voice}/wrapupcodes`,
    `POST ${billing}/wrapupcodes`,
    `PUT ${billing}`,
    'PUT /api/v2/outbound/wrapupcodemappings',
    `POST ${rows}`,
    `PUT ${rows}/Kind%20Update`,
    `DELETE ${rows}/Kind%20Deleted`,
    `DELETE ${billing}/wrapupcodes/id%20Kind%20Retired`,
    `DELETE ${billing}/wrapupcodes/id%20Kind%20Deleted`,
    `DELETE ${codes}/id%20Kind%20Deleted`,
  ]);
});

test("after a queue's PUT everything but its after-call work is identical, fields that nobody knows too", async () => {
  const world = await openKinds();
  const before = queueOf(world, 'Billing');
  const result = await world.apply(only(await world.plan(), 'queueSettings'));
  expect(isComplete(result)).toBe(true);
  const { dateModified, modifiedBy, ...after } = queueOf(world, 'Billing');
  const acwSettings = {
    ...(before.settings['acwSettings'] as object),
    wrapupPrompt: 'MANDATORY_TIMEOUT',
    timeoutMs: 45_000,
  };
  expect(acwSettings).toHaveProperty('sandboxNewerFlag', true);
  expect(before.settings).toHaveProperty('sandboxNewerField');
  expect({ ...after, dateModified, modifiedBy }).toEqual({
    ...before,
    settings: { ...before.settings, acwSettings },
    dateModified,
    modifiedBy,
  });
});

test('a queue is read just before it is written: what somebody else changed in it meanwhile stays', async () => {
  const world = await openKinds();
  const plan = only(await world.plan(), 'queueSettings');
  const { id, ...queue } = queueOf(world, 'Billing');
  world.sandbox.org.queues.set(id, { ...queue, id, settings: { ...queue.settings, description: 'by somebody else' } });
  expect(isComplete(await world.apply(plan))).toBe(true);
  expect(queueOf(world, 'Billing').settings).toMatchObject({
    description: 'by somebody else',
    acwSettings: { timeoutMs: 45_000 },
  });
});

test('after-call work that somebody else changed meanwhile is left alone', async () => {
  const world = await openKinds();
  const plan = only(await world.plan(), 'queueSettings');
  const { id, ...queue } = queueOf(world, 'Billing');
  const acwSettings = { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: 1234 };
  world.sandbox.org.queues.set(id, { ...queue, id, settings: { ...queue.settings, acwSettings } });
  const { results } = await world.apply(plan);
  expect(results).toMatchObject([
    { outcome: 'failed', message: expect.stringMatching(/Somebody changed .*"Billing" meanwhile. Plan again/) },
  ]);
  expect(writesOf(world)).toEqual([]);
});

test('all outbound changes are one PUT, and all else of the document stays', async () => {
  const world = await openKinds();
  const before = world.sandbox.org.outbound.current;
  const plan = await world.plan();
  const result = await world.apply({
    ...plan,
    changes: plan.changes.filter(({ kind }) => kind === 'create' || kind === 'outbound'),
  });
  expect(isComplete(result)).toBe(true);
  expect(writesOf(world).filter((call) => call.includes('outbound'))).toHaveLength(1);
  const { current } = world.sandbox.org.outbound;
  const made = [...world.sandbox.org.codes.values()].find(({ name }) => name === 'Kind New');
  const { 'id kind  adopt': removed, ...others } = before.mapping;
  expect(removed).toEqual(['RIGHT_PARTY_CONTACT']);
  expect(current.mapping).toEqual({ ...others, [made?.id ?? '']: ['BUSINESS_SUCCESS'] });
  expect(current).toMatchObject({ name: before.name, defaultSet: before.defaultSet, others: before.others });
  expect(current.version).toBe(before.version + 1);
});

/** What somebody else does right before the PUT of the outbound mappings. */
async function outboundWith(edit: (before: OutboundMappings) => OutboundMappings['mapping']) {
  const world = await openKinds();
  const plan = await world.plan();
  const { outbound } = world.sandbox.org;
  world.arm(
    nthRequest(1, isWrite('PUT', 'outbound'), {
      kind: 'edited',
      edit() {
        const { current } = outbound;
        outbound.current = { ...current, version: current.version + 1, mapping: edit(current) };
      },
    }),
  );
  const changes = plan.changes.filter(({ kind }) => kind === 'create' || kind === 'outbound');
  const result = await world.apply({ ...plan, changes });
  expectHonest(world, result);
  return { world, result, mapping: outbound.current.mapping };
}

test('a version conflict is read again, and what somebody else changed stays', async () => {
  const { world, result, mapping } = await outboundWith(({ mapping: all }) => ({
    ...all,
    other: ['BUSINESS_NEUTRAL'],
  }));
  expect(isComplete(result)).toBe(true);
  expect(writesOf(world).filter((call) => call.includes('outbound'))).toHaveLength(2);
  expect(mapping['other']).toEqual(['BUSINESS_NEUTRAL']);
});

test('after a version conflict, a code that somebody else mapped differently is left alone', async () => {
  const { result, mapping } = await outboundWith(({ mapping: all }) => ({
    ...all,
    'id kind  adopt': ['BUSINESS_FAILURE'],
  }));
  expect(result.results.map(({ change, outcome }) => `${outcome} ${change.name}`)).toEqual([
    'done Kind New',
    'done Kind New',
    'failed Kind Adopt',
  ]);
  expect(result.results[2]?.message).toMatch(/Somebody changed .* Plan again/);
  expect(mapping['id kind  adopt']).toEqual(['BUSINESS_FAILURE']);
});

test('somebody who writes the mappings again and again does not hold the push for ever', async () => {
  const world = await openKinds();
  const plan = only(await world.plan(), 'outbound');
  world.arm((request) => (isWrite('PUT', 'outbound')(request) ? { kind: 'versionConflict' } : undefined));
  const changes = plan.changes.filter(({ name }) => name === 'Kind Adopt');
  const { results } = await world.apply({ ...plan, changes });
  expect(results).toMatchObject([{ outcome: 'failed', message: expect.stringMatching(/Plan again/) }]);
  expect(writesOf(world).length).toBeLessThan(10);
});

test("a row keeps the columns that are not the catalog's", async () => {
  const world = await openKinds();
  const result = await world.apply(only(await world.plan(), 'metadata'));
  const rows = world.sandbox.org.tables.get('table kinds')?.rows;
  expect(rows?.get('Kind Update')?.cells).toEqual({
    key: 'Kind Update',
    id: 'id Kind Update',
    state: 'active',
    owner: 'kept',
  });
  // The row of a code that this push does not create waits for it.
  expect(result.results.map(({ outcome }) => outcome)).toEqual(['not attempted', 'done', 'done']);
});

test('a new row says the id of the code that was made for it', async () => {
  const world = await openKinds();
  await world.apply(await world.plan());
  const made = [...world.sandbox.org.codes.values()].find(({ name }) => name === 'Kind New');
  const row = world.sandbox.org.tables.get('table kinds')?.rows.get('Kind New');
  expect(row?.cells).toMatchObject({ key: 'Kind New', id: made?.id, state: 'active' });
});

test('a row that somebody else changed meanwhile is left alone', async () => {
  const world = await openKinds();
  const plan = only(await world.plan(), 'metadata');
  const rows = world.sandbox.org.tables.get('table kinds')?.rows;
  for (const key of ['Kind Update', 'Kind Deleted'])
    rows?.set(key, { cells: { key, id: 'by somebody else', state: 'active' } });
  const result = await world.apply(plan);
  expect(result.results.slice(1)).toMatchObject([
    { outcome: 'failed', message: expect.stringMatching(/Somebody changed the row "Kind Update".* Plan again/) },
    { outcome: 'failed', message: expect.stringMatching(/Somebody changed the row "Kind Deleted".* Plan again/) },
  ]);
  expect(writesOf(world)).toEqual([]);
});

test('a code that somebody else changed meanwhile is not deleted', async () => {
  const world = await openKinds();
  const plan = only(await world.plan(), 'delete');
  const { codes } = world.sandbox.org;
  const code = codes.get('id Kind Deleted');
  if (code !== undefined) codes.set(code.id, { ...code, name: 'In Use Again' });
  const { results } = await world.apply(plan);
  expect(results).toMatchObject([
    { outcome: 'failed', message: expect.stringMatching(/it was not deleted. Plan again/) },
  ]);
  expect(writesOf(world)).toEqual([]);
});

test('a code that could not be taken off a queue is not deleted', async () => {
  const world = await openKinds();
  const plan = await world.plan();
  world.arm((request) =>
    isWrite('DELETE', '/queues/')(request) ? { kind: 'answer', when: 'before', status: 403 } : undefined,
  );
  const result = await world.apply(plan);
  expectHonest(world, result);
  expect(result.results.at(-1)).toMatchObject({
    outcome: 'not attempted',
    message: expect.stringContaining('could not be taken off its queues'),
  });
  expect(world.sandbox.org.codes.get('id Kind Deleted')?.deleted).toBeUndefined();
});

test('what is gone already is done, and says that nobody had to do it', async () => {
  const world = await openKinds();
  const plan = await world.plan();
  const { codes, queueCodes, tables } = world.sandbox.org;
  codes.delete('id Kind Deleted');
  for (const ids of queueCodes.values()) for (const id of ['id Kind Deleted', 'id Kind Retired']) ids.delete(id);
  tables.get('table kinds')?.rows.delete('Kind Deleted');
  const result = await world.apply(plan);
  const taken = result.results.filter(({ change }) => ['dissociate', 'delete'].includes(change.kind));
  expect(taken.map(({ outcome, message }) => [outcome, message])).toEqual(
    [1, 2, 3].map(() => ['done', 'The org had it already.']),
  );
});

test('a move whose edit failed is not sent, since it would bring the edit with it', async () => {
  const world = await openKinds();
  const plan = await world.plan();
  world.arm(nthRequest(1, isWrite('PUT', 'Kind%20Update'), { kind: 'answer', when: 'before', status: 400 }));
  const result = await world.apply(plan);
  expectHonest(world, result);
  const outcomes = result.results.filter(({ change }) => change.name === 'Kind Update').map(({ outcome }) => outcome);
  expect(outcomes.slice(0, 2)).toEqual(['failed', 'not attempted']);
});

test('the trail is told of each change once, with what was before and after, its call and its answer', async () => {
  const world = await openKinds();
  const plan = await world.plan();
  await world.apply(plan);
  const { entries } = world.audit;
  expect(entries.map(({ change }) => change)).toEqual(plan.changes.map(({ id }) => id));
  for (const entry of entries) {
    expect(entry).toMatchObject({
      apply: 'apply-1',
      outcome: 'done',
      environment: 'dev',
      fingerprint: plan.fingerprint,
      org: { name: 'Northwind' },
      actor: { kind: 'client', id: 'client-1' },
      at: expect.stringMatching(/^2026-11-20T.*Z$/),
      correlationId: expect.stringMatching(/./),
    });
    expect(entry.latencyMs).toBeGreaterThanOrEqual(0);
    expect(entry.before ?? entry.after).toBeDefined();
    expect(entry.call.path).toMatch(/^\/api\/v2\//);
  }
  const made = [...world.sandbox.org.codes.values()].find(({ name }) => name === 'Kind New');
  expect(entries.find(({ action }) => action === 'create')?.after).toMatchObject({ id: made?.id, name: 'Kind New' });
  expect(entries.find(({ action }) => action === 'associate')).toMatchObject({
    call: { body: [{ id: made?.id }] },
    after: { queue: { name: 'Support Voice' }, code: { id: made?.id, name: 'Kind New' } },
  });
});

test('a trail that cannot be written ends the push after what was sent', async () => {
  const world = await openKinds();
  world.audit.append = async () => Promise.reject(new Error('ENOSPC'));
  const result = await world.apply(await world.plan());
  expect(result.stopped).toContain('The audit trail cannot be written');
  expectHonest(world, result);
  expect(new Set(result.results.map(({ outcome }) => outcome))).toEqual(new Set(['done', 'not attempted']));
});

test('the journal says what every request replaces, and what it made', async () => {
  const world = await openKinds();
  const plan = await world.plan();
  const queue = queueOf(world, 'Billing');
  await world.apply(plan);
  const story = readStory(world.journal.records);
  expect(story?.begin).toMatchObject({ org: plan.org, fingerprint: plan.fingerprint, changes: plan.changes });
  expect(story?.end?.outcomes).toEqual(plan.changes.map(({ id }) => ({ change: id, outcome: 'done' })));
  expect([...(story?.facts.keys() ?? [])]).toEqual(plan.changes.map(({ id }) => id));
  const made = [...world.sandbox.org.codes.values()].find(({ name }) => name === 'Kind New');
  expect(story?.writes.every(({ outcome }) => outcome?.outcome === 'accepted')).toBe(true);
  expect(story?.writes[0]?.outcome).toMatchObject({ codeId: made?.id });
  const before = story?.writes.flatMap(({ intent }) => intent.before ?? []);
  expect(before).toMatchObject([
    { what: 'queue', acwSettings: queue.settings['acwSettings'] },
    { what: 'outbound', mapping: { [made?.id ?? '']: null, 'id kind  adopt': ['RIGHT_PARTY_CONTACT'] } },
    { what: 'row' },
    { what: 'row', row: { key: 'Kind Update', id: 'another', owner: 'kept' } },
    { what: 'row', row: { key: 'Kind Deleted' } },
    { what: 'code', code: { id: 'id Kind Deleted', name: 'Kind Deleted', description: 'kept' } },
  ]);
});

test.each([1, 2, 3, 9, 14, 20, 27])(
  'a disk that is full from line %i of the journal on: nothing is sent that is not written down',
  async (line) => {
    const world = await openKinds();
    const plan = await world.plan();
    const { journal } = world;
    const { append } = journal;
    let lines = 0;
    journal.append = async (record) => (++lines < line ? append(record) : Promise.reject(new Error('ENOSPC')));
    const result = await world.apply(plan);
    expectHonest(world, result);
    expect(result.stopped).toContain('The journal cannot be written');
    expect(result.results.some(({ outcome }) => outcome === 'not attempted')).toBe(true);
    const intents = journal.records.filter(({ event }) => event === 'intent');
    expect(writesOf(world)).toHaveLength(intents.length);
  },
);
