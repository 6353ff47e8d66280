/** The examples for CI, run with a shell, as a CI would. */
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { type Sandbox, startSandbox } from '#sandbox/server.ts';
import { buildBundles } from '../support/bundle.ts';
import { tempFolder } from '../support/tempFolder.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SCRIPTS = join(ROOT, 'docs/ci');
let bundles: ReturnType<typeof buildBundles>;
beforeAll(() => {
  bundles = buildBundles();
});
afterAll(() => bundles.remove());

const CATALOG = `kind: WrapUpCatalog
queues:
  Support Voice: {}
codes:
  - name: Winter Storm
    division: "*"
    queues: [Support Voice]
    validThrough: 2020-01-01T00:00:00Z
  - name: From Ci
    division: "*"
    queues: [Support Voice]
`;

interface Place {
  readonly sandbox: Sandbox;
  readonly cwd: string;
  /** The exit code, and what was said. */
  run(
    script: string,
    env?: Readonly<Record<string, string>>,
  ): Promise<{ readonly code: number; readonly said: string }>;
}

/** A folder with a catalog, and a `wrapsmith` that takes the sandbox for the environment. */
async function place(): Promise<Place> {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const stub = `#!/bin/sh\nset -e\ncommand=$1; shift\nif [ "$1" = --env ]; then shift 2; set -- --sandbox ${sandbox.url} "$@"; fi\nexec '${process.execPath}' '${bundles.cli}' "$command" "$@"\n`;
  const cwd = tempFolder({ 'a.wrapup.yaml': CATALOG, 'bin/wrapsmith': stub });
  chmodSync(join(cwd, 'bin/wrapsmith'), 0o755);
  const env = {
    PATH: `${join(cwd, 'bin')}:${process.env['PATH']}`,
    HOME: cwd,
    XDG_STATE_HOME: join(cwd, 'state'),
    ENVIRONMENT: 'prod',
    GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.clientId,
    GENESYSCLOUD_OAUTHCLIENT_SECRET: sandbox.clientSecret,
  };
  return {
    sandbox,
    cwd,
    // Not in step: the sandbox answers in this process.
    run: async (script, more = {}) =>
      promisify(execFile)('sh', [join(SCRIPTS, script)], { cwd, env: { ...env, ...more } }).then(
        ({ stdout }) => ({ code: 0, said: stdout }),
        (error: { readonly code?: unknown; readonly stderr?: unknown }) => ({
          code: Number(error.code),
          said: String(error.stderr),
        }),
      ),
  };
}

const read = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8');

it('plans, pushes what was reviewed, and nothing else', async () => {
  const { run, cwd } = await place();
  expect(await run('plan.sh')).toMatchObject({ code: 0 });
  const fingerprint = read(cwd, 'fingerprint.txt').trim();
  expect(read(cwd, 'plan.md')).toContain(fingerprint);
  expect(await run('push.sh', { FINGERPRINT: '0'.repeat(64) })).toMatchObject({
    code: 1,
    said: expect.stringContaining('changed since the plan was reviewed'),
  });
  expect((await run('push.sh')).code).not.toBe(0);
  expect(await run('push.sh', { FINGERPRINT: fingerprint })).toMatchObject({ code: 0 });
  expect(read(cwd, 'result.json')).toContain('"done"');
}, 60_000);

it('takes an expired code off its queues at night, and leaves other changes for the day', async () => {
  const { run, sandbox, cwd } = await place();
  expect(await run('nightly.sh')).toMatchObject({
    code: 1,
    said: expect.stringContaining('Not for the night: create From Ci'),
  });
  expect(await run('plan.sh')).toMatchObject({ code: 0 });
  expect(await run('push.sh', { FINGERPRINT: read(cwd, 'fingerprint.txt').trim() })).toMatchObject({ code: 0 });
  const storm = [...sandbox.org.codes.values()].find(({ name }) => name === 'Winter Storm');
  const queue = [...sandbox.org.queues.values()].find(({ name }) => name === 'Support Voice');
  if (storm === undefined || queue === undefined) throw new Error('The push made no code.');
  sandbox.org.queueCodes.get(queue.id)?.add(storm.id);
  expect(await run('nightly.sh')).toMatchObject({ code: 0 });
  expect(sandbox.org.queueCodes.get(queue.id)?.has(storm.id)).toBe(false);
}, 60_000);

it('has workflows that call scripts that are there', () => {
  for (const name of readdirSync(join(SCRIPTS, 'github'))) {
    const text = readFileSync(join(SCRIPTS, 'github', name), 'utf8');
    expect(parse(text)).toMatchObject({ jobs: expect.any(Object) });
    const called = [...text.matchAll(/sh (docs\/ci\/\S+)/g)].map(([, path = '']) => path);
    expect(called.length).toBeGreaterThan(0);
    for (const path of called) expect(existsSync(join(ROOT, path))).toBe(true);
  }
});
