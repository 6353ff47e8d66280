/**
 * The process of a push is killed, for real, at each request from the first write on, and the next process finishes the
 * work. `WRAPSMITH_MATRIX=all` kills the large push at each of its requests too, not only at ten of them.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Org } from '#sandbox/org/model.ts';
import { seededRandom } from '#sandbox/random.ts';
import type { Sandbox } from '#sandbox/server.ts';
import { EVERY_KIND, makeReady, stateOf } from '../deploy/kindsPush.ts';
import { type Bundles, buildBundles } from '../support/bundle.ts';
import { type Boundary, killAndResume, type Killing, undisturbed } from './killing.ts';

let bundles: Bundles;
let cases = 0;
beforeAll(() => {
  bundles = buildBundles();
}, 60_000);
afterAll(async () => {
  process.stdout.write(`Kill matrix: ${cases} cases.\n`);
  await bundles.remove();
});

const LONG_MS = process.env['WRAPSMITH_MATRIX'] === 'all' ? 1_800_000 : 600_000;

const project = `kind: GenesysProject
environments:
  Sandbox: { region: mypurecloud.ie, metadata: { dataTable: Kinds } }
`;

const everyKind = (): Killing => ({
  bundles,
  makeReady,
  files: { 'genesys.yaml': project, 'a.wrapup.yaml': JSON.stringify(EVERY_KIND.catalog) },
});

/** 50 new codes on three queues each: 200 changes, in 50 and three requests. */
const large = (): Killing => ({
  bundles,
  makeReady: few,
  files: {
    'a.wrapup.yaml': JSON.stringify({
      kind: 'WrapUpCatalog',
      queues: { 'Support Voice': {}, Billing: {}, 'Sales Voice': {} },
      defaults: { queues: ['Support Voice', 'Billing', 'Sales Voice'] },
      codes: Array.from({ length: 50 }, (_, n) => ({ name: `Large ${n}`, description: `number ${n}`, division: '*' })),
    }),
  },
});

/** Few others, since each run lists all of them several times. */
function few(org: Org): void {
  for (const id of [...org.codes.keys()].slice(12)) org.codes.delete(id);
}

const end = (sandbox: Sandbox): unknown => stateOf({ sandbox });

/** Several at a time: who resumes waits some seconds for lists that may lag, and that is most of it. */
async function each(boundaries: readonly Boundary[], run: (boundary: Boundary) => Promise<void>): Promise<void> {
  const left = [...boundaries];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      await run(next);
      cases += 1;
    }
  };
  await Promise.all([work(), work(), work(), work()]);
}

test(
  'a push of every kind of change, killed at each of its requests, is resumed',
  async () => {
    const killing = everyKind();
    const wanted = await undisturbed(killing, end);
    expect(wanted.changes.length).toBeGreaterThan(12);
    await each(wanted.boundaries, (boundary) => killAndResume(killing, boundary, wanted, end));
  },
  LONG_MS,
);

test(
  'a push of 200 changes, killed at ten of its requests, is resumed',
  async () => {
    const killing = large();
    const wanted = await undisturbed(killing, end);
    expect(wanted.changes).toHaveLength(200);
    const random = seededRandom('kill');
    const chosen =
      process.env['WRAPSMITH_MATRIX'] === 'all'
        ? wanted.boundaries
        : Array.from({ length: 10 }, () => wanted.boundaries[random.between(0, wanted.boundaries.length - 1)]!);
    await each(chosen, (boundary) => killAndResume(killing, boundary, wanted, end));
  },
  LONG_MS,
);
