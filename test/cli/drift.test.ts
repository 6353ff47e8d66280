/** What differs: an org and the files, and two orgs. */
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type Sandbox, startSandbox } from '#sandbox/server.ts';
import { type CliRun, cli } from '../support/cli.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { tempFolder } from '../support/tempFolder.ts';

const clock = fakeClock();

async function sandboxes(count: number): Promise<readonly Sandbox[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const sandbox = await startSandbox({ clock });
      onTestFinished(() => sandbox.close());
      return sandbox;
    }),
  );
}

const signIn = ({ clientId, clientSecret }: Sandbox, ending = ''): Readonly<Record<string, string>> => ({
  [`GENESYSCLOUD_OAUTHCLIENT_ID${ending}`]: clientId,
  [`GENESYSCLOUD_OAUTHCLIENT_SECRET${ending}`]: clientSecret,
});

it('tells of drift at its line, as information, and writes nothing', async () => {
  const [sandbox] = await sandboxes(1);
  if (sandbox === undefined) throw new Error('No sandbox.');
  const cwd = tempFolder({
    'a.wrapup.yaml':
      'kind: WrapUpCatalog\nqueues:\n  Support Voice: {}\ncodes:\n  - name: Not There Yet\n  - name: Issue Resolved\n    description: another text\n',
  });
  const run = (argv: readonly string[]): Promise<CliRun> =>
    cli([...argv, '--sandbox', sandbox.url], { cwd, clock, env: signIn(sandbox), stateFolder: join(cwd, '.state') });
  const { code, stdout, stderr } = await run(['drift']);
  expect(code).toBe(0);
  expect(stdout).toContain(
    'a.wrapup.yaml:5:11 information "Not There Yet" is not in the org. The org has no code of this name. (org Northwind, seen just now) [drift]',
  );
  expect(stdout).toContain(
    'a.wrapup.yaml:7:5 information "Issue Resolved" differs in the org. The description differs. (org Northwind, seen just now) [drift]',
  );
  expect(stderr).toContain('2 differences.');
  expect(await run(['drift', '--detailed-exitcode', '--format', 'json'])).toMatchObject({ code: 2 });
  expect(sandbox.log.filter(({ method, path }) => method !== 'GET' && path !== '/oauth/token')).toEqual([]);
});

it('compares two orgs, each with its own sign-in', async () => {
  const [one, two] = await sandboxes(2);
  if (one === undefined || two === undefined) throw new Error('No sandboxes.');
  const env = { ...signIn(one, '_FROM'), ...signIn(two, '_TO') };
  const run = (...more: readonly string[]): Promise<CliRun> =>
    cli(['compare', one.url, two.url, '--detailed-exitcode', ...more], { cwd: tempFolder({}), clock, env });
  const same = await run();
  expect(same).toMatchObject({ code: 0, stdout: '' });
  expect(same.stderr).toContain('are the same: 142 codes.');
  const [changed, gone] = [...two.org.codes.values()].filter(
    ({ deleted, divisionId }) => deleted === undefined && divisionId === '*',
  );
  if (changed === undefined || gone === undefined) throw new Error('No codes.');
  two.org.codes.set(changed.id, { ...changed, description: 'Only there' });
  two.org.codes.delete(gone.id);
  const { code, stdout } = await run();
  expect(code).toBe(2);
  expect(stdout).toContain('+    description: Only there');
  expect(stdout).toContain(`-  - name: ${gone.name}`);
  const json: unknown = JSON.parse((await run('--format', 'json')).stdout);
  expect(json).toMatchObject({
    onlyFrom: [gone.name],
    onlyTo: [],
    different: [{ name: changed.name, fields: ['description'] }],
    same: 140,
  });
});
