import { expect, test } from 'vitest';
import { applyPlan } from '#core/deploy/apply/apply.ts';
import { PlanRefused } from '#core/deploy/orgGuard.ts';
import { applyReviewed, preparePlan } from '#core/deploy/prepare.ts';
import { isComplete } from '#core/deploy/format/index.ts';
import type { ApplyProgress, AssociateChange } from '#core/deploy/model.ts';
import { nthRequest } from '#sandbox/faults.ts';
import { expectHonest } from './isInOrg.ts';
import { CATALOG, CHANGES, openPush } from './sandboxPush.ts';
import { ACTOR, DEV, catalog, keptTrail, outline } from './support.ts';

test('a push does what the plan shows, and a second plan is empty', async () => {
  const world = await openPush();
  const plan = await world.plan();
  expect(plan.changes.map(({ kind, name }) => `${kind} ${name}`)).toEqual(CHANGES);
  const result = await world.apply(plan);
  expect(result.results.map(({ outcome }) => outcome)).toEqual(CHANGES.map(() => 'done'));
  expect(result.stopped).toBeUndefined();
  expect(isComplete(result)).toBe(true);
  expectHonest(world, result);
  const second = await world.plan();
  expect(second.changes).toEqual([]);
  expect(second.summary.unchanged).toBe(5);
  expect(second.view.before).toBe(second.view.after);
  expect(second.view.before).toBe(plan.view.after);
});

test('ids and what a file leaves out survive: description, division and history', async () => {
  const world = await openPush();
  await world.apply(await world.plan());
  const { codes } = world.sandbox.org;
  expect(codes.get('id push  adopt')).toMatchObject({ name: 'Push Adopt', description: 'kept', divisionId: '*' });
  expect(codes.get('id Push Earlier')).toMatchObject({ name: 'Push Rename', description: 'kept too' });
});

test('every write has its line in the journal before it is sent, and its outcome after', async () => {
  const world = await openPush();
  const { sandbox, journal } = world;
  const plan = await world.plan();
  const before = sandbox.log.length;
  await world.apply(plan);
  const writes = sandbox.log.slice(before).filter(({ method }) => method !== 'GET');
  // What came of it is told after each look at the org.
  const events = journal.records.map(({ event }) => event).filter((event) => event !== 'result');
  expect(events[0]).toBe('begin');
  expect(events.at(-1)).toBe('end');
  expect(events.slice(1, -1)).toEqual(writes.flatMap(() => ['intent', 'outcome']));
  const calls = journal.records.filter(({ event }) => event === 'intent').map(({ detail }) => detail['call']);
  expect(calls).toMatchObject(writes.map(({ method, path, body }) => ({ method, path, body })));
});

test('more than a hundred codes go to a queue in batches of a hundred', async () => {
  const world = await openPush();
  const file = catalog(Array.from({ length: 205 }, (_, index) => ({ name: `Bulk ${index}`, queues: ['Billing'] })));
  const { genesys, clock, sandbox, journal } = world;
  const reviewed = {
    fingerprint: (await preparePlan({ genesys, catalogs: [file], project: undefined, target: DEV, clock })).fingerprint,
  };
  const applied = await applyReviewed({
    reviewed,
    genesys,
    catalogs: [file],
    project: undefined,
    target: DEV,
    clock,
    journal,
    audit: keptTrail(),
    actor: ACTOR,
    applyId: 'x',
  });
  expect(applied.kind === 'applied' && isComplete(applied.result)).toBe(true);
  const batches = sandbox.log
    .filter(({ method, path }) => method === 'POST' && path.includes('/queues/'))
    .map(({ body }) => (body as readonly unknown[]).length);
  expect(batches).toEqual([100, 100, 5]);
});

test('a reviewed plan is refused when the org moved, and the new plan is given', async () => {
  const world = await openPush();
  const { genesys, clock, sandbox, journal } = world;
  const reviewed = await world.plan();
  const touched = sandbox.org.codes.get('id Push Update');
  if (touched !== undefined) sandbox.org.codes.set(touched.id, { ...touched, description: 'changed by somebody' });
  const before = sandbox.log.length;
  const outcome = await applyReviewed({
    reviewed,
    genesys,
    catalogs: [CATALOG],
    project: undefined,
    target: DEV,
    clock,
    journal,
    audit: keptTrail(),
    actor: ACTOR,
    applyId: 'x',
  });
  expect(outcome.kind).toBe('moved');
  expect(sandbox.log.slice(before).every(({ method }) => method === 'GET')).toBe(true);
  expect(journal.records).toEqual([]);
});

test('progress counts every change once and ends at the total', async () => {
  const world = await openPush();
  const seen: string[] = [];
  const { genesys, clock, journal } = world;
  await applyReviewed({
    reviewed: await world.plan(),
    genesys,
    catalogs: [CATALOG],
    project: undefined,
    target: DEV,
    clock,
    journal,
    audit: keptTrail(),
    actor: ACTOR,
    applyId: 'x',
    onProgress: ({ done, total }) => void seen.push(`${done}/${total}`),
  });
  expect(seen.findLast((line) => line.endsWith('/9'))).toBe('9/9');
});

test('a list that lags is waited out', async () => {
  const world = await openPush({ switches: { consistencyDelay: 3 } });
  const result = await world.apply(await world.plan());
  expect(result.results.map(({ outcome }) => outcome)).toEqual(CHANGES.map(() => 'done'));
});

test('a list that lags too long gives unknown, never done; the next push has nothing to do', async () => {
  const world = await openPush({ switches: { consistencyDelay: 60 } });
  const result = await world.apply(await world.plan());
  const creates = result.results.filter(({ change }) => change.kind === 'create');
  expect(creates.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown']);
  await world.clock.advance(120_000);
  const rest = await world.plan();
  expect(rest.changes.filter(({ kind }) => kind !== 'associate')).toEqual([]);
  expect(isComplete(await world.apply(rest))).toBe(true);
});

test('a code that somebody made meanwhile: identical is done', async () => {
  const world = await openPush();
  const plan = await world.plan();
  await world.genesys.wrapupCodes.create({ name: 'Push New Two' });
  const result = await world.apply(plan);
  expect(isComplete(result)).toBe(true);
});

test.each(['400', '409'] as const)(
  'a code that somebody made meanwhile with other content fails and asks for a new plan (%s)',
  async (duplicateStatus) => {
    const world = await openPush({ switches: { duplicateStatus } });
    const plan = await world.plan();
    await world.genesys.wrapupCodes.create({ name: 'push new two', description: 'theirs' });
    const result = await world.apply(plan);
    const [create, association] = result.results.filter(({ change }) => change.name === 'Push New Two');
    expect(create).toMatchObject({ outcome: 'failed', message: expect.stringContaining('Plan again') });
    expect(association).toMatchObject({ outcome: 'not attempted' });
    expectHonest(world, result);
  },
);

test('a name that is taken where these credentials cannot see says so', async () => {
  const world = await openPush({
    credentials: ({ clients }) => ({
      kind: 'clientCredentials',
      clientId: clients.scoped.id,
      clientSecret: clients.scoped.secret,
    }),
  });
  const [seed] = world.sandbox.org.codes.values();
  const sales = world.sandbox.org.divisions.find(({ name }) => name === 'Sales');
  if (seed !== undefined && sales !== undefined)
    world.sandbox.org.codes.set('hidden', { ...seed, id: 'hidden', name: 'Push New One', divisionId: sales.id });
  const plan = await world.plan();
  const create = plan.changes.filter(({ kind }) => kind === 'create').slice(0, 1);
  const result = await world.apply({ ...plan, changes: create });
  expect(result.results).toMatchObject([
    { outcome: 'failed', message: expect.stringContaining('a division that these credentials cannot see') },
  ]);
});

test('cancelling ends the run after the call in flight; what was sent is read back', async () => {
  const world = await openPush();
  const controller = new AbortController();
  const plan = await world.plan();
  world.arm(({ method }) => {
    if (method === 'POST') controller.abort();
    return undefined;
  });
  const result = await world.apply(plan, controller.signal);
  expect(result.results.map(({ outcome }) => outcome)).toEqual([
    'done',
    ...CHANGES.slice(1).map(() => 'not attempted'),
  ]);
  expect(result.stopped).toContain('Cancelled');
  expect(world.journal.records.filter(({ event }) => event === 'intent')).toHaveLength(1);
  expectHonest(world, result);
});

/** Cancels at the first POST, and from then on the window is used up: every read is asked to wait for an hour. */
async function cancelledInALimit(patience?: AbortSignal) {
  const world = await openPush();
  const controller = new AbortController();
  const plan = await world.plan();
  let limited = false;
  world.arm(({ method }) => {
    if (method === 'POST') controller.abort();
    if (method === 'POST' || limited) return undefined;
    limited = true;
    return { kind: 'rateLimited', retryAfter: 3600 };
  });
  const { genesys, clock, journal } = world;
  const parts = {
    plan,
    genesys,
    clock,
    journal,
    audit: keptTrail(),
    actor: ACTOR,
    applyId: 'x',
    signal: controller.signal,
  };
  const result = await applyPlan(patience === undefined ? parts : { ...parts, patience });
  expectHonest(world, result);
  return { result, slept: clock.sleeps.length };
}

test('a cancelled run waits for a rate limit to read back what was sent, as long as there is patience', async () => {
  const { result, slept } = await cancelledInALimit(new AbortController().signal);
  expect(slept).toBeGreaterThanOrEqual(3600);
  expect(result.results.map(({ outcome }) => outcome)).toEqual([
    'done',
    ...CHANGES.slice(1).map(() => 'not attempted'),
  ]);
});

test.each([undefined, AbortSignal.abort()])('without patience it is unknown, and says why', async (patience) => {
  const { result, slept } = await cancelledInALimit(patience);
  expect(slept).toBeLessThan(10);
  expect(result.results[0]).toMatchObject({
    outcome: 'unknown',
    message:
      'The org accepted it, but could not be read afterwards. The wait for it was ended. Push again to see whether it was done.',
  });
  expect(result.stopped).toBe('Cancelled, so nothing more was sent.');
});

test('what is forbidden is not asked again for the like, and everything else is done', async () => {
  const world = await openPush();
  const plan = await world.plan();
  const before = world.sandbox.log.length;
  world.arm(({ method }) => (method === 'PUT' ? { kind: 'answer', when: 'before', status: 403 } : undefined));
  const result = await world.apply(plan);
  expectHonest(world, result);
  expect(result.stopped).toBeUndefined();
  expect(result.results.map(({ change, outcome }) => `${outcome} ${change.kind} ${change.name}`)).toEqual([
    'done create Push New One',
    'done create Push New Two',
    'failed update Push Update',
    'not attempted adopt Push Adopt',
    'not attempted rename Push Rename',
    'done associate Push New One',
    'done associate Push New One',
    'done associate Push New Two',
    'done associate Push Adopt',
  ]);
  expect(result.results[2]?.message).toContain('routing:wrapupCode:edit');
  expect(result.results[3]?.message).toContain('the same kind of request for "Push Update"');
  expect(world.sandbox.log.slice(before).filter(({ method }) => method === 'PUT')).toHaveLength(1);
});

test('what is forbidden in one division is tried in another', async () => {
  const world = await openPush();
  const plan = await world.plan();
  const support = plan.changes.find(({ kind }) => kind === 'create');
  world.arm(nthRequest(1, ({ method }) => method === 'POST', { kind: 'answer', when: 'before', status: 403 }));
  const result = await world.apply(plan);
  expect(support).toMatchObject({ after: { division: { name: 'Support' } } });
  const outcomes = result.results.filter(({ change }) => change.kind === 'create').map(({ outcome }) => outcome);
  expect(outcomes).toEqual(['failed', 'done']);
});

test('a plan reads each list once, and a push of it lists again only what it wrote', async () => {
  const world = await openPush();
  const gets = (from: number): readonly string[] =>
    world.sandbox.log.slice(from).flatMap(({ method, path, search }) => (method === 'GET' ? [path + search] : []));
  const start = world.sandbox.log.length;
  const plan = await world.plan();
  const read = gets(start);
  expect(new Set(read).size).toBe(read.length);
  const end = world.sandbox.log.length;
  await world.apply(plan);
  const again = gets(end);
  expect(new Set(again).size).toBe(again.length);
  expect(again.every((path) => path.includes('/wrapupcodes'))).toBe(true);
});

test('an association that was accepted and is not in the list is unknown, never done', async () => {
  const world = await openPush();
  const plan = await world.plan();
  world.arm(({ method, path }) =>
    method === 'POST' && path.includes('/queues/')
      ? { kind: 'answer', when: 'before', status: 200, body: [] }
      : undefined,
  );
  const result = await world.apply(plan);
  const outcomes = result.results.filter(({ change }) => change.kind === 'associate').map(({ outcome }) => outcome);
  expect(outcomes).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  expect(result.results.filter(({ outcome }) => outcome === 'done')).toHaveLength(5);
});

test('of an org that the environment is not bound to, nothing but its name is read', async () => {
  const { genesys, clock, sandbox } = await openPush();
  const target = { ...DEV, org: '00000000-0000-4000-8000-000000000000' };
  await expect(preparePlan({ genesys, catalogs: [CATALOG], project: undefined, target, clock })).rejects.toThrow(
    PlanRefused,
  );
  expect(sandbox.log.map(({ path }) => path)).toEqual(['/oauth/token', '/api/v2/organizations/me']);
});

test('a queue that is named in several spellings is read once', async () => {
  const { genesys, clock, sandbox } = await openPush();
  const catalogs = [catalog([{ name: 'Spelled', queues: ['Billing', 'billing', ' BILLING'] }])];
  const plan = await preparePlan({ genesys, catalogs, project: undefined, target: DEV, clock });
  expect(outline(plan)).toEqual(['create Spelled', 'associate Spelled @ Billing']);
  const reads = sandbox.log.filter(({ path }) => /queues\/.*\/wrapupcodes$/.test(path));
  expect(new Set(reads.map(({ path, search }) => path + search)).size).toBe(reads.length);
});

test.each(['POST', 'PUT'])(
  'a rate limit at a %s is waited out with a countdown, and everything is done',
  async (method) => {
    const world = await openPush();
    const { genesys, clock, journal } = world;
    const plan = await world.plan();
    world.arm(nthRequest(1, (request) => request.method === method, { kind: 'rateLimited', retryAfter: 40 }));
    const shown: (number | undefined)[] = [];
    const onProgress = ({ waitSeconds }: ApplyProgress): void => void shown.push(waitSeconds);
    const result = await applyPlan({
      plan,
      genesys,
      clock,
      journal,
      audit: keptTrail(),
      actor: ACTOR,
      applyId: 'x',
      onProgress,
    });
    expect(isComplete(result)).toBe(true);
    expect(shown.filter((seconds) => seconds !== undefined)).toEqual(
      Array.from({ length: 40 }, (_, index) => 40 - index),
    );
  },
);

test('a cancelled rate-limit wait is not attempted', async () => {
  const world = await openPush();
  const controller = new AbortController();
  const plan = await world.plan();
  world.arm(({ method }) => {
    if (method !== 'POST') return undefined;
    controller.abort();
    return { kind: 'rateLimited', retryAfter: 3600 };
  });
  const result = await world.apply(plan, controller.signal);
  expect(new Set(result.results.map(({ outcome }) => outcome))).toEqual(new Set(['not attempted']));
});

test('a journal that cannot be written stops the run before anything is sent', async () => {
  const world = await openPush();
  const plan = await world.plan();
  const before = world.sandbox.log.length;
  const failing = { records: [], append: async () => Promise.reject(new Error('ENOSPC')) };
  const { genesys, clock, audit } = world;
  const result = await applyPlan({ plan, genesys, clock, journal: failing, audit, actor: ACTOR, applyId: 'x' });
  expect(audit.entries).toEqual([]);
  expect(result.stopped).toContain('journal');
  expect(world.sandbox.log.length).toBe(before);
  expect(new Set(result.results.map(({ outcome }) => outcome))).toEqual(new Set(['not attempted']));
});

test('a blocked entry is in the result, and nothing was sent for it', async () => {
  const world = await openPush();
  const { genesys, clock } = world;
  const file = catalog([{ name: 'Blocked', queues: ['Nowhere'] }]);
  const plan = await preparePlan({ genesys, catalogs: [file], project: undefined, target: DEV, clock });
  expect(outline(plan)).toEqual(['create Blocked', 'blocked Blocked']);
  const result = await world.apply(plan);
  expect(result.results.map(({ outcome }) => outcome)).toEqual(['done', 'not attempted']);
  expect(isComplete(result)).toBe(false);
  expect(plan.changes.filter((change): change is AssociateChange => change.kind === 'associate')).toEqual([]);
});
