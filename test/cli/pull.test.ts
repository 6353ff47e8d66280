/** The org as a file, from the command line. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '#sandbox/server.ts';
import { type CliRun, type CliWorld, cli } from '../support/cli.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { tempFolder } from '../support/tempFolder.ts';

async function bench(files: Readonly<Record<string, string>> = {}): Promise<{
  readonly cwd: string;
  run(argv: readonly string[], world?: CliWorld): Promise<CliRun>;
}> {
  const clock = fakeClock();
  const sandbox = await startSandbox({ clock });
  onTestFinished(() => sandbox.close());
  const cwd = tempFolder(files);
  const env = { GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.clientId, GENESYSCLOUD_OAUTHCLIENT_SECRET: sandbox.clientSecret };
  return {
    cwd,
    run: (argv, world = {}) =>
      cli([...argv, '--sandbox', sandbox.url], { cwd, env, clock, stateFolder: join(cwd, '.state'), ...world }),
  };
}

it('prints the org, writes it, and a plan of the file is empty', async () => {
  const { run, cwd } = await bench();
  const printed = await run(['pull']);
  expect(printed).toMatchObject({ code: 0 });
  expect(printed.stdout).toMatch(/^kind: WrapUpCatalog\n/);
  const written = await run(['pull', 'org.wrapup.yaml']);
  expect(written.stderr).toContain('142 codes of Northwind.');
  expect(written).toMatchObject({ code: 0, stdout: '' });
  expect(readFileSync(join(cwd, 'org.wrapup.yaml'), 'utf8')).toBe(printed.stdout);
  // The org itself has a name with a space behind it.
  const problems: readonly { readonly code: string }[] = JSON.parse(
    (await cli(['validate', '--format', 'json'], { cwd })).stdout,
  );
  expect(problems.map(({ code }) => code)).toEqual(['outer-space']);
  expect(await run(['plan', '--detailed-exitcode'])).toMatchObject({ code: 0 });
  expect((await run(['pull', 'org.wrapup.yaml'])).stderr).toContain(
    'org.wrapup.yaml is as the org says; nothing was written.',
  );
});

it('asks before it changes a file, and keeps what is ours in it', async () => {
  const text =
    'kind: WrapUpCatalog\nnaming: platform\ncodes:\n  - name: Issue Resolved # ours\n    code: DONE\n    description: another text\n';
  const { run, cwd } = await bench({ 'a.wrapup.yaml': text });
  const file = join(cwd, 'a.wrapup.yaml');
  const asked = ['pull', 'a.wrapup.yaml', '--name', 'issue resolved'];
  expect(await run(asked)).toMatchObject({ code: 3 });
  expect(await run(asked, { ask: async () => 'no' })).toMatchObject({ code: 1 });
  expect(readFileSync(file, 'utf8')).toBe(text);
  const done = await run(asked, { ask: async () => 'yes' });
  expect(done).toMatchObject({ code: 0 });
  expect(done.stderr).toContain('  Issue Resolved: description\n');
  expect(readFileSync(file, 'utf8')).toMatch(
    /- name: Issue Resolved # ours\n {4}code: DONE\n {4}description: (?!another)/,
  );
});

it('makes a catalog of a table, without an org', async () => {
  const { cwd } = await bench({ 'codes.csv': 'name,queues\nRefund,Billing\n', 'bad.csv': 'title\nA\n' });
  expect(await cli(['pull', 'new.wrapup.yaml', '--csv', 'codes.csv'], { cwd })).toMatchObject({ code: 0 });
  expect(readFileSync(join(cwd, 'new.wrapup.yaml'), 'utf8')).toBe(
    'kind: WrapUpCatalog\nqueues:\n  Billing: {}\ncodes:\n  - name: Refund\n    queues: [Billing]\n',
  );
  expect(await cli(['pull', 'new.wrapup.yaml', '--csv', 'codes.csv', '--yes'], { cwd })).toMatchObject({ code: 3 });
  expect(await cli(['pull', 'b.wrapup.yaml', '--csv', 'bad.csv'], { cwd })).toMatchObject({ code: 1 });
  expect(existsSync(join(cwd, 'b.wrapup.yaml'))).toBe(false);
});

it('leaves a file with errors, and one of another kind, alone', async () => {
  const { run, cwd } = await bench({ 'a.wrapup.yaml': 'kind: WrapUpCatalog\ncodes:\n  - nme: x\n' });
  expect(await run(['pull', 'a.wrapup.yaml', '--yes'])).toMatchObject({ code: 1 });
  expect(await run(['pull', 'a.yaml'])).toMatchObject({ code: 3 });
  writeFileSync(join(cwd, 'two.wrapup.yaml'), 'kind: WrapUpCatalog\ncodes: []\n---\nkind: WrapUpCatalog\ncodes: []\n');
  expect((await run(['pull', 'two.wrapup.yaml', '--yes'])).stderr).toContain('has to hold one catalog');
});
