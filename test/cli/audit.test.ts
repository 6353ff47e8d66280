/** What a push leaves behind, shown and verified: against the real sandbox, in this process. */
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AuditLine } from '#core/audit/model.ts';
import { type Sandbox, startSandbox } from '#sandbox/server.ts';
import { type CliRun, cli } from '../support/cli.ts';
import { type FakeClock, fakeClock } from '../support/fakeClock.ts';
import { tempFolder } from '../support/tempFolder.ts';

const CATALOG = `kind: WrapUpCatalog
naming: platform
queues:
  Support Voice:
codes:
  - { name: Audit One, description: first, division: "*", queues: [Support Voice] }
  - { name: "=Audit Two", division: "*" }
`;

interface Bench {
  readonly sandbox: Sandbox;
  readonly clock: FakeClock;
  readonly lines: string;
  run(argv: readonly string[]): Promise<CliRun>;
  shown(argv?: readonly string[]): Promise<readonly AuditLine[]>;
}

async function bench(): Promise<Bench> {
  const clock = fakeClock();
  const sandbox = await startSandbox({ clock });
  onTestFinished(() => sandbox.close());
  const cwd = tempFolder({ 'a.wrapup.yaml': CATALOG });
  const env = {
    GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.clientId,
    GENESYSCLOUD_OAUTHCLIENT_SECRET: sandbox.clientSecret,
  };
  const run = (argv: readonly string[]) => cli(argv, { cwd, env, clock, stateFolder: join(cwd, '.state') });
  return {
    sandbox,
    clock,
    lines: join(cwd, '.state', 'audit', `_${sandbox.org.id}.jsonl`),
    run,
    shown: async (argv = []) =>
      JSON.parse((await run(['audit', 'show', '--format', 'json', ...argv])).stdout) as AuditLine[],
  };
}

async function pushed(): Promise<Bench> {
  const world = await bench();
  expect((await world.run(['push', '--yes', '--sandbox', world.sandbox.url])).code).toBe(0);
  return world;
}

describe('audit show', () => {
  it('says that there is nothing yet', async () => {
    const { run } = await bench();
    expect(await run(['audit', 'show'])).toEqual({
      code: 0,
      stdout: '',
      stderr: 'There is no audit trail on this machine yet: it begins with the first push.\n',
    });
    expect(await run(['audit', 'show', '--format', 'json', '--quiet'])).toEqual({
      code: 0,
      stdout: '[]\n',
      stderr: '',
    });
  });

  it('shows each change of a push once: who, what, before, after, call and outcome', async () => {
    const { shown, sandbox } = await pushed();
    const lines = await shown();
    expect(lines.map(({ action, name, outcome }) => `${action} ${name} ${outcome}`)).toEqual([
      'create Audit One done',
      'create =Audit Two done',
      'associate Audit One done',
    ]);
    expect(lines[0]).toMatchObject({
      seq: 1,
      actor: { kind: 'client', id: sandbox.clientId },
      org: { id: sandbox.org.id },
      environment: 'Sandbox',
      after: { name: 'Audit One', description: 'first' },
      call: { method: 'POST', path: '/api/v2/routing/wrapupcodes' },
      correlationId: expect.any(String) as unknown,
      latencyMs: expect.any(Number) as unknown,
    });
  });

  it('has a table for people and a CSV that runs nothing in a spreadsheet', async () => {
    const { run } = await pushed();
    const { stdout } = await run(['audit', 'show']);
    const [heading, first] = stdout.split('\n');
    expect(heading).toMatch(/^Time +Outcome +Action +Name +Environment +Apply/);
    expect(first).toMatch(/^2026-11-20 12:00:0\d(\.\d+)? +done +create +Audit One +Sandbox +20261120-1200/);
    const csv = (await run(['audit', 'show', '--format', 'csv'])).stdout;
    expect(csv.split('\n')).toHaveLength(5);
    expect(csv).toContain(`"'=Audit Two"`);
  });

  it('shows only what is asked for', async () => {
    const { shown, sandbox } = await pushed();
    const [{ apply } = { apply: '' }] = await shown();
    const names = async (...argv: readonly string[]) => (await shown(argv)).map(({ name }) => name);
    expect(await names('--code', 'TWO')).toEqual(['=Audit Two']);
    expect(await names('--apply', apply, '--outcome', 'done', '--since', '1h')).toHaveLength(3);
    expect(await names('--sandbox', sandbox.url, '--since', '2026-11-20')).toHaveLength(3);
    expect(await names('--org', sandbox.org.id)).toHaveLength(3);
    for (const argv of [
      ['--apply', 'x'],
      ['--outcome', 'failed'],
      ['--env', 'prod'],
      ['--since', '2026-11-21T00:00:00Z'],
    ])
      expect(await names(...argv)).toEqual([]);
  });

  it('names the trails that there are where another is asked for, and says what a time looks like', async () => {
    const { run, sandbox } = await pushed();
    const other = await run(['audit', 'show', '--org', 'Acme']);
    expect(other).toMatchObject({
      code: 3,
      stderr: expect.stringContaining(`There is one of: ${sandbox.org.name}`) as unknown,
    });
    expect(await run(['audit', 'show', '--since', 'yesterday'])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('7d, 24h') as unknown,
    });
    expect((await run(['audit', 'show', '--org-log', '--sandbox', sandbox.url])).stderr).toContain('--since 7d');
  });

  it("shows the org's own audit beside it", async () => {
    const { run, sandbox, clock } = await pushed();
    await clock.advance(60_000);
    const both = ['audit', 'show', '--org-log', '--since', '1d', '--sandbox', sandbox.url];
    const { stdout, code } = await run([...both, '--format', 'json']);
    const { here, org } = JSON.parse(stdout) as { here: unknown[]; org: Record<string, unknown>[] };
    expect({ code, here: here.length }).toEqual({ code: 0, here: 3 });
    expect(org).toContainEqual(
      expect.objectContaining({ serviceName: 'ContactCenter', entityType: 'WrapupCode', action: 'Create' }),
    );
    expect((await run(both)).stdout).toMatch(/ org +SUCCESS +WrapupCode Create +Audit One/);
    expect((await run([...both, '--format', 'csv'])).stdout).toMatch(/^"org",/m);
  });
});

describe('audit verify', () => {
  it('ends with 0 where all is as it was written, and prints a hash to keep', async () => {
    const { run, sandbox, shown } = await pushed();
    const { code, stdout } = await run(['audit', 'verify']);
    const hash = (await shown()).at(-1)?.hash ?? '';
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `${sandbox.org.name}: 3 lines, whole. The last hash is ${hash}\n`,
    });
    expect((await run(['audit', 'verify', '--expect', hash])).code).toBe(0);
    expect(await run(['audit', 'verify', '--expect', 'a'.repeat(64)])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('written anew') as unknown,
    });
    expect((await run(['audit', 'verify', '--expect', 'x'])).code).toBe(3);
  });

  it('ends with 1 and names the line that was changed, or is missing', async () => {
    const { run, lines } = await pushed();
    const text = readFileSync(lines, 'utf8');
    writeFileSync(lines, text.replace('"description":"first"', '"description":"never"'));
    const changed = await run(['audit', 'verify']);
    expect(changed.code).toBe(1);
    expect(changed.stdout).toContain('Line 1 was changed');
    writeFileSync(lines, text.split('\n').slice(0, 1).join('\n') + '\n');
    const missing = await run(['audit', 'verify', '--format', 'json']);
    expect(missing.code).toBe(1);
    expect(JSON.parse(missing.stdout)).toMatchObject([{ lines: 1, findings: [{ kind: 'missing', seq: 2 }] }]);
  });

  it('ends with 0 again after a push that has nothing to do, where a crash cut the last line off', async () => {
    const { run, lines, sandbox } = await pushed();
    truncateSync(lines, statSync(lines).size - 40);
    expect((await run(['audit', 'verify'])).stdout).toContain('the next push puts it back');
    const push = await run(['push', '--yes', '--sandbox', sandbox.url]);
    expect(push).toMatchObject({ code: 0, stderr: expect.stringContaining('It was completed.') as unknown });
    expect((await run(['audit', 'verify'])).code).toBe(0);
  });

  it('ends with 0 where nothing was pushed yet', async () => {
    const { run } = await bench();
    expect(await run(['audit', 'verify'])).toMatchObject({ code: 0, stdout: '' });
  });
});
