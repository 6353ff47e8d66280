/** Plan and push against the real sandbox, in this process. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FaultHook } from '#sandbox/faults.ts';
import { type Sandbox, startSandbox } from '#sandbox/server.ts';
import { type CliRun, type CliWorld, cli } from '../support/cli.ts';
import { type FakeClock, fakeClock } from '../support/fakeClock.ts';
import { tempFolder } from '../support/tempFolder.ts';

const CATALOG = `kind: WrapUpCatalog
queues:
  Support Voice:
codes:
  - { name: Cli One, description: first, division: "*", queues: [Support Voice] }
  - { name: Cli Two, division: "*", queues: [Support Voice] }
  - { name: Cli Three, division: "*" }
`;

interface Bench {
  readonly sandbox: Sandbox;
  readonly clock: FakeClock;
  readonly cwd: string;
  /** Runs with this sandbox as the target, signed in. */
  run(argv: readonly string[], world?: CliWorld): Promise<CliRun>;
  /** Requests that change the org, so far. */
  writes(): readonly string[];
}

interface BenchOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly fault?: FaultHook;
  readonly rate?: number;
}

async function bench({ files = { 'a.wrapup.yaml': CATALOG }, fault, rate }: BenchOptions = {}): Promise<Bench> {
  const clock = fakeClock();
  const sandbox = await startSandbox({ clock, ...(fault && { fault }), ...(rate !== undefined && { rate }) });
  onTestFinished(() => sandbox.close());
  const cwd = tempFolder(files);
  const env = {
    GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.clientId,
    GENESYSCLOUD_OAUTHCLIENT_SECRET: sandbox.clientSecret,
  };
  return {
    sandbox,
    clock,
    cwd,
    run: (argv, world = {}) =>
      cli([...argv, '--sandbox', sandbox.url], { cwd, env, clock, stateFolder: join(cwd, '.state'), ...world }),
    writes: () =>
      sandbox.log
        .filter(({ method, path }) => method !== 'GET' && path !== '/oauth/token')
        .map(({ method, path }) => `${method} ${path}`),
  };
}

describe('plan → push → plan', () => {
  it('shows, does, and then has nothing left to do', async () => {
    const { run, writes, cwd } = await bench();
    const before = await run(['plan']);
    expect(before.code).toBe(0);
    expect(before.stdout).toContain('Cli One');
    expect((await run(['plan', '--detailed-exitcode'])).code).toBe(2);
    expect(writes()).toEqual([]);

    const push = await run(['push', '--yes']);
    expect(push).toMatchObject({ code: 0, stdout: expect.stringContaining('5 done') as unknown });
    expect(writes()).toHaveLength(4);
    expect(readdirSync(join(cwd, '.state', 'journal'))).toHaveLength(1);

    const after = await run(['plan', '--detailed-exitcode']);
    expect(after.code).toBe(0);
    expect(after.stdout).toContain('There is nothing to do');
    const again = await run(['push', '--yes']);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('There is nothing to do') as unknown });
    expect(writes()).toHaveLength(4);
  });

  it('gives the plan as JSON with the fields that docs promise, and as Markdown', async () => {
    const { run, sandbox } = await bench();
    const { stdout, stderr } = await run(['plan', '--format', 'json', '--quiet']);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      org: { id: sandbox.org.id },
      environment: 'Sandbox',
      fingerprint: expect.any(String) as unknown,
      asOf: '2026-11-20T12:00:00.000Z',
      summary: { create: 3, associate: 2, update: 0, blocked: 0 },
      changes: expect.any(Array) as unknown,
    });
    expect((await run(['plan', '--format', 'markdown'])).stdout).toContain('Cli One');
  });

  it('keeps results on stdout and progress on stderr', async () => {
    const { run } = await bench();
    const { stdout, stderr } = await run(['push', '--yes', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ results: expect.any(Array) as unknown });
    expect(stderr).toMatch(/^\d\/5 /m);
    const quiet = await run(['push', '--yes', '--quiet']);
    expect(quiet.stderr).toBe('');
  });
});

describe('a push is confirmed', () => {
  const answering = (answer: string, asked: string[] = []): CliWorld => ({
    ask: async (question) => {
      asked.push(question);
      return answer;
    },
  });

  it('by a person who has seen the plan and knows the org', async () => {
    const { run, writes } = await bench();
    const asked: string[] = [];
    const refused = await run(['push'], answering('no', asked));
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('Cli One');
    expect(refused.stderr).toContain('Nothing was pushed.');
    expect(asked).toEqual([expect.stringMatching(/Northwind \(Sandbox\)/)]);
    expect(writes()).toEqual([]);
    expect((await run(['push'], answering('yes'))).code).toBe(0);
    expect(writes()).toHaveLength(4);
  });

  it('and the org is read again after the question, since time has passed; with --yes it is not', async () => {
    const reads = ({ sandbox }: Bench): number =>
      sandbox.log.filter(({ path }) => path === '/api/v2/organizations/me').length;
    const asked = await bench();
    const moved = await asked.run(['push'], {
      async ask() {
        await asked.run(['push', '--yes']);
        return 'yes';
      },
    });
    expect(moved).toMatchObject({ code: 1, stdout: '' });
    expect(moved.stderr).toMatch(/changed since the plan was reviewed: .* Nothing was pushed; plan and review again\./);
    expect(asked.writes()).toHaveLength(4);
    expect(reads(asked)).toBe(3);
    const unasked = await bench();
    await unasked.run(['push', '--yes']);
    expect(reads(unasked)).toBe(1);
  });

  it('not at all where there is nothing to do', async () => {
    const { run } = await bench({ files: { 'a.wrapup.yaml': 'kind: WrapUpCatalog\ncodes: []\n' } });
    const asked: string[] = [];
    expect((await run(['push'], answering('no', asked))).code).toBe(0);
    expect(asked).toEqual([]);
  });

  it('by the fingerprint of the reviewed plan, and of no other', async () => {
    const { run, writes, cwd } = await bench();
    const { fingerprint } = JSON.parse((await run(['plan', '--format', 'json'])).stdout) as { fingerprint: string };
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(cwd, 'a.wrapup.yaml'), CATALOG.replace('first', 'second'));
    const moved = await run(['push', '--yes', '--expect', fingerprint]);
    expect(moved).toMatchObject({ code: 1, stdout: '' });
    expect(moved.stderr).toMatch(/changed since the plan was reviewed/);
    expect(writes()).toEqual([]);
    writeFileSync(join(cwd, 'a.wrapup.yaml'), CATALOG);
    expect((await run(['push', '--yes', '--expect', fingerprint])).code).toBe(0);
  });
});

describe('nothing is planned', () => {
  it('with errors in a catalog or in genesys.yaml, which are printed', async () => {
    const files = {
      'genesys.yaml': 'kind: GenesysProject\nnaming: free\n',
      'a.wrapup.yaml': CATALOG,
      'b.wrapup.yaml': 'kind: WrapUpCatalog\ncodes:\n  - nmae: X\n',
    };
    const { run, sandbox } = await bench({ files });
    for (const argv of [['plan'], ['push', '--yes']]) {
      const { code, stdout, stderr } = await run(argv);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^genesys\.yaml:2:9 error /m);
      expect(stderr).toMatch(/^b\.wrapup\.yaml:3:5 error /m);
      expect(stderr).toMatch(/^error: Nothing was planned/m);
    }
    expect(sandbox.log).toEqual([]);
  });

  it.each([
    ['where there are no catalogs', { 'x.yaml': '' }, ['.'], /^error: No catalogs/m],
    [
      'for a file that is no catalog',
      { 'genesys.yaml': 'kind: GenesysProject\n' },
      ['genesys.yaml'],
      /no catalog in genesys\.yaml/,
    ],
    ['for an empty catalog', { 'a.wrapup.yaml': CATALOG, 'b.wrapup.yaml': '' }, ['.'], /no catalog in b\.wrapup\.yaml/],
    [
      'for catalogs of two projects',
      { 'p/genesys.yaml': 'kind: GenesysProject\n', 'p/a.wrapup.yaml': CATALOG, 'b.wrapup.yaml': CATALOG },
      ['.'],
      /different projects \((p\/genesys\.yaml, no genesys\.yaml|no genesys\.yaml, p\/genesys\.yaml)\)/,
    ],
    [
      'where genesys.yaml is spelled in both ways',
      { 'genesys.yaml': 'kind: GenesysProject\n', 'genesys.yml': 'kind: GenesysProject\n', 'a.wrapup.yaml': CATALOG },
      ['.'],
      /^error: There are both genesys\.yaml and genesys\.yml\. Keep one of them\.$/m,
    ],
  ])('%s', async (_, files, paths, message) => {
    const { run, sandbox } = await bench({ files });
    const { code, stderr } = await run(['plan', ...paths]);
    expect(code).toBe(3);
    expect(stderr).toMatch(message);
    expect(sandbox.log).toEqual([]);
  });

  it('without a sign-in, or with one that the org does not accept', async () => {
    const { run, sandbox } = await bench();
    expect(await run(['plan'], { env: {} })).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/^error: Not signed in/) as unknown,
    });
    const wrong = { GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.clientId, GENESYSCLOUD_OAUTHCLIENT_SECRET: 'canary-secret' };
    const refused = await run(['plan'], { env: wrong });
    expect(refused.code).toBe(3);
    expect(refused.stderr).toMatch(/did not accept the sign-in/);
    expect(JSON.stringify(refused)).not.toContain('canary');
  });

  it('where nobody listens', async () => {
    const { cwd } = await bench();
    const env = { GENESYSCLOUD_OAUTHCLIENT_ID: 'id', GENESYSCLOUD_OAUTHCLIENT_SECRET: 'secret' };
    const closed = await startSandbox();
    await closed.close();
    const { code, stderr } = await cli(['plan', '--sandbox', closed.url], { cwd, env });
    expect(code).toBe(1);
    expect(stderr).toMatch(/cannot be reached/);
  });
});

describe('when something goes wrong', () => {
  it('a failed write ends with 1 and says which', async () => {
    const { run } = await bench({
      fault: ({ method, path }) =>
        method === 'POST' && path.endsWith('/wrapupcodes') && path.includes('/queues/')
          ? { kind: 'answer', when: 'before', status: 403 }
          : undefined,
    });
    const { code, stdout } = await run(['push', '--yes']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/failed/);
    expect(stdout).toContain('3 done');
  });

  it('a journal that cannot be written stops before anything is sent', async () => {
    const { run, writes, cwd } = await bench();
    const stateFolder = join(cwd, '.state');
    mkdirSync(stateFolder);
    writeFileSync(join(stateFolder, 'journal'), 'in the way');
    const { code, stdout } = await run(['push', '--yes'], { stateFolder });
    expect(code).toBe(1);
    expect(stdout).toMatch(/The journal cannot be written/);
    expect(writes()).toEqual([]);
  });

  it('a state folder that cannot be used stops before anything is sent', async () => {
    const { run, writes, cwd } = await bench();
    const stateFolder = join(cwd, 'a.wrapup.yaml');
    const { code, stderr } = await run(['push', '--yes'], { stateFolder });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: Nothing was .*a\.wrapup\.yaml/m);
    expect(writes()).toEqual([]);
  });

  it('Ctrl-C finishes the call in flight, stops, reports what is done, and ends with 130', async () => {
    const interrupt = new AbortController();
    const { run, writes } = await bench({
      fault: ({ method, path }) => {
        if (method === 'POST' && path === '/api/v2/routing/wrapupcodes') interrupt.abort(new Error('Interrupted.'));
        return undefined;
      },
    });
    const { code, stdout } = await run(['push', '--yes'], { signal: interrupt.signal });
    expect(code).toBe(130);
    expect(writes()).toEqual(['POST /api/v2/routing/wrapupcodes']);
    expect(stdout).toMatch(/1 done, 4 not attempted/);
  });

  it('Ctrl-C before anything was sent ends with 130 too', async () => {
    const { run, writes } = await bench();
    const { code, stdout } = await run(['push', '--yes'], { signal: AbortSignal.abort(new Error('Interrupted.')) });
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(writes()).toEqual([]);
  });

  it('a rate limit is waited out, and the wait is shown in seconds', async () => {
    let limited = false;
    const { run, clock } = await bench({
      fault: ({ method }) => {
        if (limited || method !== 'POST') return undefined;
        limited = true;
        return { kind: 'rateLimited', retryAfter: 40 };
      },
    });
    const { code, stderr } = await run(['push', '--yes']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/waiting 4\d s for the org's rate limit/);
    expect(clock.sleeps.length).toBeGreaterThan(0);
  });
});

it('no secret and no token appears in any output of a full run', async () => {
  const { run, sandbox } = await bench();
  const runs = [
    await run(['plan']),
    await run(['plan', '--format', 'json']),
    await run(['push', '--yes', '--format', 'json']),
    await run(['push', '--yes']),
  ];
  const all = JSON.stringify(runs);
  expect(all).not.toContain(sandbox.clientSecret);
  expect(all).not.toMatch(/Bearer|access_token/);
});
