/** One fault at one call of a push that holds every kind of change, and what must be true afterwards. */
import { expect } from 'vitest';
import { isComplete } from '#core/deploy/format/index.ts';
import type { ApplyResult, CatalogFile } from '#core/deploy/model.ts';
import { GenesysError } from '#core/genesys/error.ts';
import { explainFailure } from '#core/genesys/explain.ts';
import type { Fault } from '#sandbox/faults.ts';
import { expectHonest } from './isInOrg.ts';
import { EVERY_KIND, type KindsWorld, openKinds, stateOf } from './kindsPush.ts';

/** For a machine that has other things to do: one fault at each call takes some seconds of its own. */
export const CASES_TIMEOUT_MS = 240_000;

export type NamedFault = readonly [name: string, fault: Fault];

/** The answer arrives and says no, or later, or asks for another try: nobody is in doubt. */
export const REFUSALS: readonly NamedFault[] = [
  ['401', { kind: 'answer', when: 'before', status: 401 }],
  ['403', { kind: 'answer', when: 'before', status: 403 }],
  ['404', { kind: 'answer', when: 'before', status: 404 }],
  ['409', { kind: 'answer', when: 'before', status: 409 }],
  ['429 with Retry-After 40', { kind: 'rateLimited', retryAfter: 40 }],
  ['an expired token', { kind: 'expired' }],
  ['a revoked token', { kind: 'revoked' }],
  ['a version conflict', { kind: 'versionConflict' }],
  ['reads that lag for 5 s', { kind: 'lagging', seconds: 5 }],
];

/** The answer does not arrive, or cannot be read: a write may have been done or not. */
export const LOSSES: readonly NamedFault[] = [
  ['500 before the commit', { kind: 'answer', when: 'before', status: 500 }],
  ['500 after the commit', { kind: 'answer', when: 'after', status: 500 }],
  ['cut before the commit', { kind: 'cut', when: 'before' }],
  ['cut after the commit', { kind: 'cut', when: 'after' }],
  ['reset after the commit', { kind: 'reset', when: 'after' }],
  ['cut in the answer', { kind: 'cutBody' }],
  ['truncated JSON', { kind: 'truncated' }],
  ['HTML before the commit', { kind: 'html', when: 'before', status: 502 }],
  ['HTML after the commit', { kind: 'html', when: 'after', status: 200 }],
];

/** `once`, or `from then on`: what wrong rights or a dead network look like. */
export type Span = 'once' | 'from then on';

interface Undisturbed {
  /** Method and path of each call, from the plan's first to the last read-back. */
  readonly calls: readonly string[];
  readonly end: unknown;
}

/** A catalog and the org that waits for it. */
export interface Scene {
  open(): Promise<KindsWorld>;
  /** Worked out once. */
  undisturbed(): Promise<Undisturbed>;
}

export function sceneOf(file: CatalogFile): Scene {
  let known: Undisturbed | undefined;
  const open = (): Promise<KindsWorld> => openKinds({}, file);
  return {
    open,
    async undisturbed() {
      if (known !== undefined) return known;
      const world = await open();
      await world.apply(await world.plan());
      const calls = world.sandbox.log.map(({ method, path }) => `${method} ${path}`);
      expect((await world.plan()).changes).toEqual([]);
      known = { calls, end: stateOf(world) };
      await world.close();
      return known;
    },
  };
}

/** A dozen and some changes that hold every kind. */
export const EVERY: Scene = sceneOf(EVERY_KIND);

/** Runs the fault at each call of a push that holds every kind of change, and gives the number of cases. */
export async function strikeEach(fault: NamedFault, span: Span): Promise<number> {
  const { calls } = await EVERY.undisturbed();
  expect(calls.length).toBeGreaterThan(40);
  for (const index of calls.keys()) await strike(EVERY, fault, span, index);
  return calls.length;
}

/** One case: the fault at the call of this index, counted from 0 over plan and apply. */
export async function strike(scene: Scene, [name, fault]: NamedFault, span: Span, index: number): Promise<void> {
  const { calls, end } = await scene.undisturbed();
  const where = `${name}, ${span}, at call ${index + 1}, ${calls[index]}`;
  const world = await scene.open();
  let seen = 0;
  world.arm(() => (seen++ === index || (span === 'from then on' && seen > index) ? fault : undefined));
  const first = await push(world);
  if (first !== undefined) expectHonest(world, first);
  // The next push, undisturbed and when all can be seen, ends where nothing is left to do.
  world.arm(() => undefined);
  await world.clock.advance(60_000);
  const next = await push(world);
  expect(next !== undefined && isComplete(next), where).toBe(true);
  expect(stateOf(world), where).toEqual(end);
  expectTold(world, [first, next], where);
  await world.close();
}

/** Plans and applies; a plan that cannot be made gives undefined, with a sentence that says why. */
async function push(world: KindsWorld): Promise<ApplyResult | undefined> {
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

/** The trail holds each change whose outcome is known once for each apply, with that outcome. */
function expectTold(world: KindsWorld, results: readonly (ApplyResult | undefined)[], where: string): void {
  const known = results
    .flatMap((result) => result?.results ?? [])
    .filter(({ outcome }) => outcome !== 'not attempted')
    .map(({ change, outcome }) => `${outcome} ${change.id}`);
  const told = world.audit.entries.map(({ change, outcome }) => `${outcome} ${change}`);
  expect(told.toSorted(), where).toEqual(known.toSorted());
}
