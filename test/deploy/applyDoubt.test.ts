/** A write whose answer is lost: the org is looked at before anything else, and nothing is guessed. */
import { expect, test } from 'vitest';
import { isComplete } from '#core/deploy/format/index.ts';
import type { ChangeResult, Plan } from '#core/deploy/model.ts';
import type { Fault, FaultHook, FaultTarget } from '#sandbox/faults.ts';
import { expectHonest } from './isInOrg.ts';
import { type KindsWorld, openKinds } from './kindsPush.ts';

const LOST_BEFORE: Fault = { kind: 'cut', when: 'before' };
const LOST_AFTER: Fault = { kind: 'cut', when: 'after' };

const createOf = (plan: Plan): Plan => ({ ...plan, changes: plan.changes.filter(({ kind }) => kind === 'create') });

const isCreate = ({ method, path }: FaultTarget): boolean =>
  method === 'POST' && path === '/api/v2/routing/wrapupcodes';

/** The faults of the first requests of a kind, in their order. */
function inTurn(matches: (request: FaultTarget) => boolean, faults: readonly (Fault | undefined)[]): FaultHook {
  let seen = 0;
  return (request) => (matches(request) ? faults[seen++] : undefined);
}

/** A push of the one create; `prepare` comes after the plan. */
async function createWith(
  faults: readonly (Fault | undefined)[],
  prepare: (world: KindsWorld) => void = () => undefined,
  options: Parameters<typeof openKinds>[0] = {},
) {
  const world = await openKinds(options);
  const plan = createOf(await world.plan());
  const from = world.sandbox.log.length;
  world.arm(inTurn(isCreate, faults));
  prepare(world);
  const result = await world.apply(plan);
  const calls = world.sandbox.log.slice(from).map(({ method, path, search }) => `${method} ${path}${search}`);
  const [only] = result.results;
  const named = [...world.sandbox.org.codes.values()].filter(({ name }) => name === 'Kind New');
  return { world, result, only, calls, named, creates: calls.filter((call) => call.startsWith('POST')).length };
}

const putCode = (world: KindsWorld, name: string, description: string): void => {
  const { codes, divisions } = world.sandbox.org;
  const [seed] = codes.values();
  const divisionId = divisions.find((division) => division.name === 'Support')?.id ?? '';
  if (seed !== undefined) codes.set('by somebody', { ...seed, id: 'by somebody', name, description, divisionId });
};

test.each<Fault>([
  LOST_AFTER,
  { kind: 'reset', when: 'after' },
  { kind: 'answer', when: 'after', status: 503 },
  { kind: 'truncated' },
  { kind: 'html', when: 'after', status: 504 },
])('a create whose answer is lost, %j, is looked up by its name before anything else, and is done', async (fault) => {
  const { only, calls, named, creates } = await createWith([fault]);
  expect(only).toMatchObject({ outcome: 'done' });
  expect(calls[1]).toMatch(/^GET .*\/wrapupcodes\?.*name=Kind\+New/);
  expect(creates).toBe(1);
  expect(named).toHaveLength(1);
});

test('a create that never arrived is sent once more, after the pauses for a list that lags', async () => {
  const { only, named, creates, world } = await createWith([LOST_BEFORE]);
  expect(only).toMatchObject({ outcome: 'done' });
  expect(creates).toBe(2);
  expect(named).toHaveLength(1);
  expect(world.clock.sleeps.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(7500);
});

test('a create that is lost twice is unknown, and is not sent a third time', async () => {
  const { only, named, creates, result } = await createWith([LOST_BEFORE, LOST_BEFORE, LOST_BEFORE]);
  expect(only).toMatchObject({
    outcome: 'unknown',
    message: expect.stringMatching(/may or may not have been done.*does not show it as asked.*Push again/),
  });
  expect(creates).toBe(2);
  expect(named).toEqual([]);
  expect(result.stopped).toBeUndefined();
});

test('a lost create whose name was made by somebody else in the meantime has failed, and says so', async () => {
  const { only, named, creates } = await createWith([LOST_BEFORE], (world) => putCode(world, 'Kind New', 'other text'));
  expect(only).toMatchObject({
    outcome: 'failed',
    message: expect.stringMatching(/Somebody made a code "Kind New" meanwhile, with other content. Plan again/),
  });
  expect(creates).toBe(1);
  expect(named).toHaveLength(1);
});

test('a lost create that lists show only later is waited for, and never made twice', async () => {
  const { only, named, creates } = await createWith([LOST_AFTER], undefined, { switches: { consistencyDelay: 5 } });
  expect(only).toMatchObject({ outcome: 'done' });
  expect(creates).toBe(1);
  expect(named).toHaveLength(1);
});

test.each(['400', '409'] as const)(
  'a lost create that lists show much later is unknown: the second try is refused with %s since the first was heard',
  async (duplicateStatus) => {
    const switches = { consistencyDelay: 60, duplicateStatus };
    const { only, named, creates, world } = await createWith([LOST_AFTER], undefined, { switches });
    expect(only).toMatchObject({ outcome: 'unknown' });
    expect(creates).toBe(2);
    expect(named).toHaveLength(1);
    await world.clock.advance(120_000);
    expect((await world.plan()).changes.filter(({ kind }) => kind === 'create')).toEqual([]);
  },
);

test('an org that answers neither the create nor the look is not written to any further', async () => {
  const world = await openKinds();
  const plan = await world.plan();
  const from = world.sandbox.log.length;
  let lost = false;
  world.arm((request) => {
    lost ||= isCreate(request);
    return lost ? { kind: 'answer', when: 'before', status: 503 } : undefined;
  });
  const result = await world.apply(plan);
  expectHonest(world, result);
  expect(result.results.map(({ outcome }) => outcome)).toEqual(
    plan.changes.map((_, index) => (index === 0 ? 'unknown' : 'not attempted')),
  );
  expect(result.stopped).toMatch(/status 503/);
  expect(world.sandbox.log.slice(from).filter(({ method }) => method !== 'GET')).toHaveLength(1);
});

test('a push that is cancelled while a lost create is looked up does not send it again', async () => {
  const controller = new AbortController();
  const world = await openKinds();
  const plan = createOf(await world.plan());
  world.arm((request) => {
    if (!isCreate(request)) return undefined;
    controller.abort();
    return LOST_BEFORE;
  });
  const result = await world.apply(plan, controller.signal);
  expect(result.results).toMatchObject([{ outcome: 'unknown' }]);
  expect(result.stopped).toContain('Cancelled');
  expect(world.sandbox.log.filter(isCreate)).toHaveLength(1);
});

/** Every other write, by the method and a part of the path. */
const OTHERS: readonly (readonly [what: string, method: string, part: string])[] = [
  ['an edit', 'PUT', '/wrapupcodes/id%20Kind%20Earlier'],
  ['codes for a queue', 'POST', '/queues/'],
  ['after-call work', 'PUT', '/queues/'],
  ['the outbound mappings', 'PUT', '/outbound/'],
  ['a new row', 'POST', '/rows'],
  ['a row', 'PUT', '/rows/'],
  ['the removal of a row', 'DELETE', '/rows/'],
  ['a code taken off a queue', 'DELETE', '/queues/'],
  ['a deletion', 'DELETE', '/routing/wrapupcodes/'],
];
const isOne =
  (method: string, part: string) =>
  (request: FaultTarget): boolean =>
    request.method === method && request.path.includes(part);

test.each(OTHERS)('%s whose answer is lost is read, and not sent again where it is there', async (_, method, part) => {
  const world = await openKinds();
  world.arm(inTurn(isOne(method, part), [LOST_AFTER]));
  const result = await world.apply(await world.plan());
  expect(isComplete(result)).toBe(true);
  const undisturbed = await openKinds();
  await undisturbed.apply(await undisturbed.plan());
  const count = ({ sandbox }: KindsWorld): number => sandbox.log.filter(isOne(method, part)).length;
  expect(count(world)).toBe(count(undisturbed));
});

test.each(OTHERS)('%s that never arrived is sent once more, and then no more', async (_, method, part) => {
  const world = await openKinds();
  const plan = await world.plan();
  world.arm(inTurn(isOne(method, part), [LOST_BEFORE]));
  expect(isComplete(await world.apply(plan))).toBe(true);

  const other = await openKinds();
  const again = await other.plan();
  other.arm(inTurn(isOne(method, part), [LOST_BEFORE, LOST_BEFORE]));
  const result = await other.apply(again);
  expectHonest(other, result);
  const unknown = result.results.filter(({ outcome }: ChangeResult) => outcome === 'unknown');
  expect(unknown.length).toBeGreaterThan(0);
  for (const { message } of unknown) expect(message).toMatch(/may or may not have been done.*Push again/);
  expect(result.stopped).toBeUndefined();
});

test('codes that the queues do not know yet are waited for', async () => {
  const world = await openKinds();
  world.arm(
    inTurn(isOne('POST', '/queues/'), [
      { kind: 'answer', when: 'before', status: 404 },
      { kind: 'answer', when: 'before', status: 404 },
    ]),
  );
  const result = await world.apply(await world.plan());
  expect(isComplete(result)).toBe(true);
  expectHonest(world, result);
});
