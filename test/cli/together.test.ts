/** Pushes that meet each other, and pushes that are killed: no duplicates, honest outcomes, and the next one finishes. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Fault, FaultHook } from '#sandbox/faults.ts';
import { startSandbox } from '#sandbox/server.ts';
import type { Switches } from '#sandbox/switches.ts';
import { type Bundles, buildBundles } from '../support/bundle.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { waitFor } from '../support/waitFor.ts';
import { filesUnder, namesTwice, outcomeOf, shellFor } from './processes.ts';

const CODES = '/api/v2/routing/wrapupcodes';
const CATALOG = `kind: WrapUpCatalog
queues:
  Support Voice:
codes:
  - { name: Together One, description: first, division: "*", queues: [Support Voice] }
  - { name: Together Two, division: "*", queues: [Support Voice] }
  - { name: Together Three, division: "*" }
`;

let bundles: Bundles;
beforeAll(() => {
  bundles = buildBundles();
}, 60_000);
afterAll(() => bundles.remove());

async function open(fault: FaultHook, switches: Partial<Switches> = {}) {
  const sandbox = await startSandbox({ fault, switches });
  onTestFinished(() => sandbox.close());
  return { sandbox, shell: shellFor(bundles, sandbox, tempFolder({ 'a.wrapup.yaml': CATALOG })) };
}

/** A gate that requests wait at until the test opens it. */
function gate() {
  let open: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (open = resolve));
  return { until, open };
}

const isCreate = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  method === 'POST' && path === CODES;

describe('two pushes at the same time', () => {
  it('one of them changes the org, and the other is told by whom it is had', async () => {
    const held = gate();
    let creates = 0;
    const { sandbox, shell } = await open((request): Fault | undefined =>
      isCreate(request) && ++creates === 1 ? { kind: 'held', when: 'before', until: held.until } : undefined,
    );
    const first = shell.start(['push', '--yes']);
    const ended = outcomeOf(first);
    await waitFor(() => creates === 1);
    const second = await shell.run(['push', '--yes']);
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toMatch(
      new RegExp(`The command line \\(process ${first.pid}\\) has been changing .* so nothing was sent\\.`),
    );
    held.open();
    expect(await ended).toMatchObject({ code: 0, stdout: expect.stringMatching(/^5 done\.$/m) as unknown });
    expect(creates).toBe(3);
    expect(namesTwice(sandbox)).toEqual([]);
    expect(await shell.run(['push', '--yes'])).toMatchObject({ code: 0 });
  });

  it.each(['400', '409'] as const)(
    'of two machines make each code once, and both say so (%s)',
    async (duplicateStatus) => {
      // Neither sends its first create before the other one has planned the same.
      const both = gate();
      let creates = 0;
      const { sandbox, shell } = await open(
        (request): Fault | undefined => {
          if (!isCreate(request)) return undefined;
          creates += 1;
          if (creates === 2) both.open();
          return creates <= 2 ? { kind: 'held', when: 'before', until: both.until } : undefined;
        },
        { duplicateStatus },
      );
      const other = shellFor(bundles, sandbox, shell.cwd, join(shell.cwd, '.other'));
      const runs = await Promise.all([shell.run(['push', '--yes']), other.run(['push', '--yes'])]);
      for (const run of runs)
        expect(run).toMatchObject({ code: 0, stdout: expect.stringMatching(/^5 done\.$/m) as unknown });
      expect(creates).toBe(6);
      expect(namesTwice(sandbox)).toEqual([]);
      expect((await shell.run(['plan', '--detailed-exitcode'])).code).toBe(0);
    },
  );
});

describe('a push that is killed', () => {
  it.each(['before', 'after'] as const)(
    '%s the org carried out a create leaves its intent, and is resumed',
    async (when) => {
      let creates = 0;
      const { sandbox, shell } = await open((request) =>
        isCreate(request) && ++creates === 2 ? { kind: 'unanswered', when } : undefined,
      );
      const child = shell.start(['push', '--yes']);
      await waitFor(() => creates === 2);
      // The request has arrived, so that the intent must be on the disk by now.
      child.kill('SIGKILL');
      await once(child, 'close');
      const [journal] = filesUnder(join(shell.stateFolder, 'wrapsmith', 'journal'));
      const lines = (journal?.text ?? '')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { event: string; detail: object });
      expect(lines.map(({ event }) => event)).toEqual(['begin', 'intent', 'outcome', 'intent']);
      expect(lines.at(-1)?.detail).toMatchObject({ changes: ['create:Together Two'] });

      const told = await shell.run(['push', '--yes']);
      expect(told).toMatchObject({ code: 1, stderr: expect.stringContaining('was cut off') as unknown });
      const next = await shell.run(['push', '--yes', '--resume']);
      expect(next.code).toBe(0);
      expect(namesTwice(sandbox)).toEqual([]);
      expect(sandbox.log.filter(isCreate).length).toBe(when === 'before' ? 4 : 3);
      const last = await shell.run(['plan', '--detailed-exitcode']);
      expect(last).toMatchObject({ code: 0, stdout: expect.stringContaining('There is nothing to do') as unknown });
    },
  );
});

describe('a push that is interrupted', () => {
  it('twice, or told to end, does not wait for the rate limit and reports what it does not know', async () => {
    for (const signals of [['SIGINT', 'SIGINT'], ['SIGTERM']] as const) {
      let wrote = false;
      const { shell } = await open((request): Fault | undefined => {
        if (isCreate(request)) wrote = true;
        else if (wrote) return { kind: 'rateLimited', retryAfter: 3600 };
        return undefined;
      });
      const child = shell.start(['push', '--yes']);
      const run = outcomeOf(child);
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
      await waitFor(() => said.includes('waiting 3600 s'));
      for (const signal of signals) {
        child.kill(signal);
        await waitFor(() => said.includes('Stopping after the call in flight'));
      }
      const { code, stdout } = await run;
      expect(code).toBe(130);
      expect(stdout).toContain('3 unknown, 2 not attempted. Push again to finish');
      expect(stdout).toContain('Stopped: Cancelled, so nothing more was sent.');
      const [turn] = filesUnder(join(shell.stateFolder, 'wrapsmith', 'lock'));
      expect(JSON.parse(turn?.text ?? '')).toMatchObject({ released: true });
    }
  });
});

it('a file that changes between plan and push is not pushed with the fingerprint of the plan', async () => {
  const { sandbox, shell } = await open(() => undefined);
  const { fingerprint } = JSON.parse((await shell.run(['plan', '--format', 'json'])).stdout) as { fingerprint: string };
  writeFileSync(join(shell.cwd, 'a.wrapup.yaml'), CATALOG.replace('first', 'second'));
  const moved = await shell.run(['push', '--yes', '--expect', fingerprint]);
  expect(moved).toMatchObject({ code: 1, stdout: '' });
  expect(sandbox.log.every(({ method, path }) => method === 'GET' || path === '/oauth/token')).toBe(true);
});
