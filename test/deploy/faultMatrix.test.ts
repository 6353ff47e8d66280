/** Each fault at each call of a push: every outcome is honest, and the next push finishes the work. */
import { expect, test } from 'vitest';
import type { ApplyResult } from '#core/deploy/model.ts';
import { isComplete } from '#core/deploy/format/index.ts';
import type { Fault, FaultTarget } from '#sandbox/faults.ts';
import { GenesysError } from '#core/genesys/error.ts';
import { explainFailure } from '#core/genesys/explain.ts';
import { expectHonest, openPush, type PushWorld } from './sandboxPush.ts';

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['401', { kind: 'answer', when: 'before', status: 401 }],
  ['403', { kind: 'answer', when: 'before', status: 403 }],
  ['404', { kind: 'answer', when: 'before', status: 404 }],
  ['409', { kind: 'answer', when: 'before', status: 409 }],
  ['429 with Retry-After 40', { kind: 'rateLimited', retryAfter: 40 }],
  ['500 before the commit', { kind: 'answer', when: 'before', status: 500 }],
  ['500 after the commit', { kind: 'answer', when: 'after', status: 500 }],
  ['cut before the commit', { kind: 'cut', when: 'before' }],
  ['cut after the commit', { kind: 'cut', when: 'after' }],
  ['cut in the answer', { kind: 'cutBody' }],
  ['truncated JSON', { kind: 'truncated' }],
  ['HTML instead of an answer', { kind: 'html', when: 'before', status: 502 }],
  ['a revoked token', { kind: 'revoked' }],
];

let known: readonly string[] | undefined;

/** The calls of an undisturbed push of the catalog, from the plan's first to the last read-back. */
async function callsOfAPush(): Promise<readonly string[]> {
  if (known !== undefined) return known;
  const world = await openPush();
  await world.apply(await world.plan());
  known = world.sandbox.log.map(({ method, path }) => `${method} ${path}`);
  return known;
}

/** `times` counts from the first: a fault that lasts is what wrong rights or a dead network look like. */
const from = (nth: number, times: number, fault: Fault): ((request: FaultTarget) => Fault | undefined) => {
  let seen = 0;
  return () => (++seen >= nth && seen < nth + times ? fault : undefined);
};

/** Plans and applies; a plan that cannot be made gives undefined, with a sentence that says why. */
async function push(world: PushWorld): Promise<ApplyResult | undefined> {
  try {
    return await world.apply(await world.plan());
  } catch (error) {
    if (!(error instanceof GenesysError)) throw error;
    expect(explainFailure(error.failure, { environment: 'dev' })).toMatch(
      /dev.*(Check|Sign in|Ask|Plan again|Try again|try again)/,
    );
    return undefined;
  }
}

for (const [name, fault] of FAULTS) {
  for (const [span, times] of [
    ['once', 1],
    ['from then on', 1000],
  ] as const) {
    test(`${name}, ${span}, at each call`, async () => {
      const calls = await callsOfAPush();
      expect(calls.length).toBeGreaterThan(15);
      for (let nth = 1; nth <= calls.length; nth++) {
        const world = await openPush();
        world.arm(from(nth, times, fault));
        const result = await push(world);
        if (result !== undefined) expectHonest(world, result);
        // The next push, undisturbed, finishes; the one after has nothing to do.
        world.arm(() => undefined);
        const next = await push(world);
        expect(next !== undefined && isComplete(next), `${name} at ${calls[nth - 1]}`).toBe(true);
        const left = await world.plan();
        expect(left.changes, `${name} at ${calls[nth - 1]}`).toEqual([]);
        const names = [...world.sandbox.org.codes.values()]
          .filter(({ deleted }) => deleted === undefined)
          .map((code) => code.name);
        expect(new Set(names).size, 'no code was made twice').toBe(names.length);
        await world.close();
      }
    });
  }
}

test('the host goes away in the middle of a push: the run stops, and says what to do', async () => {
  const world = await openPush();
  const plan = await world.plan();
  world.arm(({ method, path }) => {
    if (method === 'POST' && path.endsWith('/wrapupcodes')) void world.sandbox.close();
    return undefined;
  });
  const result = await world.apply(plan);
  expect(result.stopped).toContain('cannot be reached');
  expect(result.results[0]?.outcome).toBe('unknown');
  expect(result.results.slice(2).every(({ outcome }) => outcome !== 'done')).toBe(true);
  for (const { message } of result.results) expect(message).toMatch(/Push again|Check/);
});
