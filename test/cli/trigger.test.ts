/** Triggers on wrap-ups, against the real sandbox, in this process. */
import { expect, it, onTestFinished } from 'vitest';
import { WRAPUP_TOPIC } from '#core/events/trigger.ts';
import type { Trigger } from '#core/genesys/index.ts';
import type { Fault } from '#sandbox/faults.ts';
import { startSandbox } from '#sandbox/server.ts';
import type { Switches } from '#sandbox/switches.ts';
import { type CliRun, type CliWorld, cli } from '../support/cli.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { tempFolder } from '../support/tempFolder.ts';

const WORKFLOW = '6f1f0c52-7d3b-4c1e-9a57-2f8d3e5b1a90';
const OTHER = '6f1f0c52-7d3b-4c1e-9a57-2f8d3e5b1a91';

async function bench(switches: Partial<Switches> = {}) {
  const clock = fakeClock();
  let spoil: Fault | undefined;
  const sandbox = await startSandbox({
    clock,
    switches,
    fault: ({ method, path }) => (method === 'POST' && path.includes('/triggers') ? spoil : undefined),
  });
  onTestFinished(() => sandbox.close());
  const cwd = tempFolder();
  const env = {
    GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.clientId,
    GENESYSCLOUD_OAUTHCLIENT_SECRET: sandbox.clientSecret,
  };
  const run = (argv: readonly string[], world: CliWorld = {}): Promise<CliRun> =>
    cli(['events', 'trigger', ...argv, '--sandbox', sandbox.url], { cwd, env, clock, ...world });
  return {
    run,
    clock,
    spoilWith: (fault: Fault | undefined) => void (spoil = fault),
    listed: async () => JSON.parse((await run(['list', '--format', 'json'])).stdout) as readonly Trigger[],
    writes: () => sandbox.log.filter(({ method, path }) => method !== 'GET' && path.includes('/triggers')).length,
  };
}

it('registers a trigger for a workflow, once, lists it and removes it', async () => {
  const { run, listed, writes } = await bench();
  expect(await run(['list'])).toMatchObject({ code: 0, stdout: '' });
  const added = await run(['add', WORKFLOW, '--delay', '60', '--yes']);
  expect(added).toMatchObject({
    code: 0,
    stdout: '',
    stderr: expect.stringContaining('Registered. Its id is') as unknown,
  });
  const [only] = await listed();
  expect(only).toMatchObject({
    name: 'Wrap-ups',
    topicName: WRAPUP_TOPIC,
    enabled: true,
    target: { type: 'Workflow', id: WORKFLOW },
  });
  expect((await run(['add', WORKFLOW, '--name', 'Again', '--yes'])).stderr).toContain('already. Nothing was done.');
  expect(writes()).toBe(1);
  expect((await run(['list'])).stdout).toBe(`${only?.id}  Wrap-ups starts the workflow ${WORKFLOW}\n`);
  expect((await run(['remove', 'Wrap-ups', '--yes'])).stderr).toContain('Removed "Wrap-ups".');
  expect(await listed()).toEqual([]);
  expect(await run(['remove', 'Wrap-ups', '--yes'])).toMatchObject({ code: 1 });
});

it('asks before it does anything', async () => {
  const { run, writes } = await bench();
  expect(await run(['add', WORKFLOW])).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('Give --yes') as unknown,
  });
  const no = await run(['add', WORKFLOW], { ask: async () => 'no' });
  expect(no).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/Register the trigger.*Nothing was done/s) as unknown,
  });
  expect(writes()).toBe(0);
  expect((await run(['add', WORKFLOW], { ask: async () => 'yes' })).code).toBe(0);
});

it('asks which one where two have the same name', async () => {
  const { run, listed } = await bench();
  await run(['add', WORKFLOW, '--yes']);
  await run(['add', OTHER, '--yes']);
  const [first] = await listed();
  const both = await run(['remove', 'Wrap-ups', '--yes']);
  expect(both).toMatchObject({ code: 3, stderr: expect.stringContaining(first?.id ?? '-') as unknown });
  expect((await run(['remove', first?.id ?? '', '--yes'])).code).toBe(0);
  expect(await listed()).toHaveLength(1);
});

it.each<Fault>([
  { kind: 'cut', when: 'after' },
  { kind: 'answer', when: 'after', status: 500 },
])('looks before it calls a lost answer a failure: %j', async (fault) => {
  const { run, listed, spoilWith } = await bench();
  spoilWith(fault);
  expect((await run(['add', WORKFLOW, '--yes'])).code).toBe(0);
  expect(await listed()).toHaveLength(1);
});

it('looks for some seconds, since a list may lag behind', async () => {
  const { run, spoilWith, clock, listed } = await bench({ consistencyDelay: 3 });
  spoilWith({ kind: 'cut', when: 'after' });
  expect((await run(['add', WORKFLOW, '--yes'])).code).toBe(0);
  await clock.advance(5000);
  expect(await listed()).toHaveLength(1);
});

it('says what went wrong where nothing was registered', async () => {
  const { run, listed, spoilWith } = await bench();
  spoilWith({ kind: 'cut', when: 'before' });
  expect((await run(['add', WORKFLOW, '--yes'])).code).toBe(1);
  expect(await listed()).toEqual([]);
  spoilWith({ kind: 'answer', when: 'before', status: 403 });
  expect((await run(['add', WORKFLOW, '--yes'])).stderr).toContain('processautomation:trigger:add');
});

it.each([
  ['a workflow without an id', ['add', 'my workflow'], /the workflow's id/],
  ['a delay that the org does not take', ['add', WORKFLOW, '--delay', '59'], /60 to 900/],
])('refuses %s', async (_, argv, words) => {
  const { run } = await bench();
  expect(await run(argv)).toMatchObject({ code: 3, stderr: expect.stringMatching(words) as unknown });
});
