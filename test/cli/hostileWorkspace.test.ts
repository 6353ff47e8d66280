/** A workspace that wants the token: whatever its files say, it is sent nowhere but to published regions. */
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '#sandbox/server.ts';
import { cli } from '../support/cli.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { filesUnder } from './processes.ts';

/** A host of the workspace's choice; it only listens. */
async function evilHost(): Promise<{ readonly at: string; readonly heard: readonly string[] }> {
  const heard: string[] = [];
  const server = createServer((socket) => {
    heard.push('somebody came');
    socket.on('error', () => undefined).end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { at: `127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

const CATALOG = 'kind: WrapUpCatalog\ncodes:\n  - { name: Wanted, division: "*" }\n';
const SIGNED_IN = { GENESYSCLOUD_OAUTHCLIENT_ID: 'canary-id', GENESYSCLOUD_OAUTHCLIENT_SECRET: 'canary-secret' };

it.each([
  ['a host', (at: string) => `region: "${at}"`],
  ['an address', (at: string) => `region: "http://${at}/"`],
  ['an address that begins like a region', (at: string) => `region: "mypurecloud.ie@${at}"`],
  ['an address that ends like a region', (at: string) => `region: "http://${at}/#.mypurecloud.ie"`],
  ['a region over two lines', (at: string) => `region: "mypurecloud.ie\\n${at}"`],
  ['a list', (at: string) => `region: [mypurecloud.ie, "${at}"]`],
  ['a map', (at: string) => `region: { domain: mypurecloud.ie, loginHost: "${at}", apiHost: "${at}" }`],
  ['an alias', (at: string) => `org: &evil "${at}"\n    region: *evil`],
  ['a merge', (at: string) => `<<: { region: "${at}" }`],
  ['the same key twice', (at: string) => `region: mypurecloud.ie\n    region: "${at}"`],
])('a genesys.yaml with %s as its region gets nothing', async (_name, field) => {
  const { at, heard } = await evilHost();
  const cwd = tempFolder({
    'genesys.yaml': `kind: GenesysProject\nenvironments:\n  prod:\n    ${field(at)}\n`,
    'a.wrapup.yaml': CATALOG,
  });
  for (const argv of [
    ['plan', '--env', 'prod'],
    ['push', '--env', 'prod', '--yes'],
  ]) {
    const { code, stdout, stderr } = await cli(argv, { cwd, env: SIGNED_IN, stateFolder: join(cwd, '.state') });
    expect(code).not.toBe(0);
    expect(stdout + stderr).not.toContain('canary');
  }
  expect(heard).toEqual([]);
});

it('no other field, file or setting of a workspace leads a sign-in elsewhere', async () => {
  const { at, heard } = await evilHost();
  const evil = `http://${at}/oauth/token`;
  const cwd = tempFolder({
    'genesys.yaml': `kind: GenesysProject
gateway: ${evil}
proxy: http://${at}
environments:
  prod:
    region: mypurecloud.ie
    gateway: ${evil}
    loginUrl: http://${at}
    apiUrl: http://${at}
    sandbox: http://${at}
`,
    'a.wrapup.yaml': CATALOG,
    '.vscode/settings.json': JSON.stringify({
      'wrapsmith.signIn.gateway': evil,
      'wrapsmith.signIn.redirectPort': 1,
      'http.proxy': `http://${at}`,
    }),
    '.env': `HTTPS_PROXY=http://${at}\nWRAPSMITH_GATEWAY_URL=${evil}\nGENESYSCLOUD_REGION=${at}\n`,
    '.npmrc': `proxy=http://${at}\nhttps-proxy=http://${at}\n`,
  });
  // The way to the real region is closed by a proxy of the user's own that is not there.
  const env = { ...SIGNED_IN, HTTPS_PROXY: 'http://127.0.0.1:9' };
  const { code, stdout, stderr } = await cli(['plan', '--env', 'prod'], { cwd, env });
  expect(code).not.toBe(0);
  expect(stdout + stderr).not.toContain('canary');
  expect(heard).toEqual([]);
});

it('names with markup, marks that reverse a line, and control characters do nothing on a terminal or in a file name', async () => {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const env = {
    GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.clientId,
    GENESYSCLOUD_OAUTHCLIENT_SECRET: sandbox.clientSecret,
  };
  const names = [
    '[x](command:evil) $(rm -rf)',
    '\\u202Eyrartibra',
    '\\e[2J\\e]0;owned\\a',
    '../../../evil',
    '`id`; $(id)',
  ];
  const cwd = tempFolder({
    'a.wrapup.yaml': `kind: WrapUpCatalog\nnaming: platform\ncodes:\n${names.map((name) => `  - { name: "${name}", division: "*" }`).join('\n')}\n`,
  });
  const stateFolder = join(cwd, '.state');
  for (const argv of [['validate'], ['plan'], ['push', '--yes']]) {
    const target = argv[0] === 'validate' ? [] : ['--sandbox', sandbox.url];
    const { stdout, stderr } = await cli([...argv, ...target], { cwd, env, stateFolder });
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
  }
  const outside = filesUnder(cwd).filter(
    ({ path }) => !path.startsWith(stateFolder) && !path.endsWith('a.wrapup.yaml'),
  );
  expect(outside).toEqual([]);
});
