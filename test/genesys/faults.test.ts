import { expect, test } from 'vitest';
import { createGenesys } from '#core/genesys/index.ts';
import type { Fault } from '#sandbox/faults.ts';
import { nthRequest } from '#sandbox/faults.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { clientOf, failureOf, keptLog, openWorld, steadyRandom, targetOf } from './support.ts';

const CODES = '/api/v2/routing/wrapupcodes';
const posts = (fault: Fault) => nthRequest(1, ({ method, path }) => method === 'POST' && path === CODES, fault);
const gets = (times: number, fault: Fault) => {
  let seen = 0;
  return ({ method, path }: { readonly method: string; readonly path: string }): Fault | undefined =>
    method === 'GET' && path === CODES && ++seen <= times ? fault : undefined;
};

const passing: readonly (readonly [string, Fault])[] = [
  ['500 before', { kind: 'answer', when: 'before', status: 500 }],
  ['503 after', { kind: 'answer', when: 'after', status: 503 }],
  ['cut before', { kind: 'cut', when: 'before' }],
  ['cut after', { kind: 'cut', when: 'after' }],
  ['cut in the body', { kind: 'cutBody' }],
  ['truncated JSON', { kind: 'truncated' }],
  ['HTML of a proxy', { kind: 'html', when: 'before', status: 200 }],
];

test.each(passing)('a read is repeated after: %s', async (_name, fault) => {
  const { sandbox, genesys, clock } = await openWorld({ fault: gets(2, fault) });
  const codes = await genesys.wrapupCodes.list();
  expect(codes.length).toBeGreaterThan(100);
  const firstPages = sandbox.log.filter(({ path, search }) => path === CODES && search.includes('pageNumber=1'));
  expect(firstPages).toHaveLength(3);
  expect(clock.sleeps).toEqual([375, 750]);
});

test.each(passing)('a read gives up after a few repeats of: %s', async (_name, fault) => {
  const { sandbox, genesys } = await openWorld({ fault: gets(99, fault) });
  const failure = await failureOf(genesys.wrapupCodes.list());
  expect(['server', 'interrupted', 'unreadable']).toContain(failure.kind);
  expect(failure.ambiguous).toBe(false);
  expect(sandbox.log.filter(({ path }) => path === CODES)).toHaveLength(4);
});

test.each([...passing, ['408', { kind: 'answer', when: 'before', status: 408 }] as const])(
  'a write is sent once and called ambiguous after: %s',
  async (_name, fault) => {
    const { sandbox, genesys } = await openWorld({ fault: posts(fault) });
    const failure = await failureOf(genesys.wrapupCodes.create({ name: 'Sent Once' }));
    expect(failure.ambiguous).toBe(true);
    expect(sandbox.log.filter(({ method, path }) => method === 'POST' && path === CODES)).toHaveLength(1);
  },
);

const refusing: readonly (readonly [number, string | undefined, string])[] = [
  [400, undefined, 'refused'],
  [400, 'duplicate.name', 'conflict'],
  [403, undefined, 'forbidden'],
  [404, undefined, 'notFound'],
  [409, undefined, 'conflict'],
  [413, undefined, 'refused'],
];

test.each(refusing)('a write answered with %i %s is certain not to have happened', async (status, code, kind) => {
  const fault: Fault = { kind: 'answer', when: 'before', status, ...(code === undefined ? {} : { code }) };
  const { genesys } = await openWorld({ fault: posts(fault) });
  const failure = await failureOf(genesys.wrapupCodes.create({ name: 'Refused' }));
  expect(failure).toMatchObject({ kind, status, ambiguous: false, method: 'POST', path: CODES });
  expect(failure.correlationId).toBeDefined();
});

test('a redirect is not followed, so a token never goes to another address', async () => {
  const other = await openWorld();
  const { genesys } = await openWorld({
    fault: ({ path }) =>
      path === CODES ? { kind: 'redirect', status: 307, location: `${other.sandbox.url}${CODES}` } : undefined,
  });
  expect(await failureOf(genesys.wrapupCodes.create({ name: 'Elsewhere' }))).toMatchObject({ kind: 'unreadable' });
  expect(other.sandbox.log).toHaveLength(0);
});

test('a host that does not answer is a timeout: the write may have happened', async () => {
  const { genesys } = await openWorld({ fault: posts({ kind: 'unanswered', when: 'after' }), timeoutMs: 150 });
  await genesys.organization();
  const failure = await failureOf(genesys.wrapupCodes.create({ name: 'No Answer' }));
  expect(failure).toMatchObject({ kind: 'interrupted', ambiguous: true });
});

test.each(['http://127.0.0.1:9', 'http://localhost:9'])('nothing was sent where nothing listens: %s', async (url) => {
  const genesys = createGenesys({
    target: targetOf(url),
    credentials: { kind: 'accessToken', accessToken: 'canary-token' },
    clock: fakeClock(),
    random: steadyRandom,
    logger: keptLog(),
  });
  const failure = await failureOf(genesys.wrapupCodes.create({ name: 'Nowhere' }));
  expect(failure).toMatchObject({ kind: 'unreachable', ambiguous: false });
  expect(failure.message).toContain('ECONNREFUSED');
});

test('an answer of the wrong shape is unreadable, not an empty list', async () => {
  const fault: Fault = { kind: 'answer', when: 'before', status: 200, body: { total: 0 } };
  const { genesys } = await openWorld({ fault: gets(1, fault) });
  expect(await failureOf(genesys.wrapupCodes.list())).toMatchObject({
    kind: 'unreadable',
    message: 'The answer is not a list of wrap-up codes.',
  });
});

test('cancelling ends a read at once', async () => {
  const controller = new AbortController();
  const { genesys } = await openWorld({
    fault: ({ path }) => {
      if (path !== CODES) return undefined;
      controller.abort();
      return { kind: 'unanswered', when: 'before' };
    },
  });
  const failure = await failureOf(genesys.wrapupCodes.list({ signal: controller.signal }));
  expect(failure.kind).toBe('cancelled');
});

test('cancelling does not cut a write that was sent', async () => {
  const controller = new AbortController();
  let answer: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (answer = resolve));
  const { sandbox, genesys } = await openWorld({ fault: posts({ kind: 'held', when: 'after', until }) });
  const created = genesys.wrapupCodes.create({ name: 'Awaited' }, { signal: controller.signal });
  await expect.poll(() => sandbox.log.some(({ path }) => path === CODES)).toBe(true);
  controller.abort();
  answer();
  expect((await created).value.name).toBe('Awaited');
});

test('the canary never leaves, whatever the org echoes', async () => {
  const { sandbox, genesys, log } = await openWorld({
    credentials: ({ clients }) => clientOf(clients.full),
    fault: ({ path }) =>
      path.startsWith('/api/')
        ? {
            kind: 'answer',
            when: 'before',
            status: 400,
            code: 'x',
            message: `Bad header Bearer abc.def-123 and ${sandboxSecret()}`,
          }
        : undefined,
  });
  function sandboxSecret(): string {
    return sandbox.clientSecret;
  }
  const error: unknown = await genesys.organization().catch((reason: unknown) => reason);
  const everything = [JSON.stringify(error), String(error), (error as Error).stack ?? '', ...log.lines].join('\n');
  expect(everything).toContain('[hidden]');
  expect(everything).not.toContain(sandbox.clientSecret);
  expect(everything).not.toContain('abc.def-123');
  expect(Object.keys(error as object).sort()).toEqual(['failure', 'name']);
});
