/** Unusual secrets through a full run of the shipped command line: none is in an output or a file, whatever goes wrong. */
import { createServer, type IncomingMessage, request as httpRequest, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { type Sandbox, startSandbox } from '#sandbox/server.ts';
import { type Bundles, buildBundles } from '../support/bundle.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { cli } from '../support/cli.ts';
import { filesUnder, type ProcessRun, shellFor } from './processes.ts';

const CATALOG = `kind: WrapUpCatalog
queues:
  Support Voice:
codes:
  - { name: Canary One, division: "*", queues: [Support Voice] }
  - { name: Canary Two, division: "*", queues: [Support Voice] }
`;

let bundles: Bundles;
beforeAll(() => {
  bundles = buildBundles();
}, 60_000);
afterAll(() => bundles.remove());

type Spoil = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Stands before the sandbox, keeps every Authorization header, and spoils the answers that a test wants spoiled. */
async function eavesdropper(sandbox: Sandbox) {
  const seen: string[] = [];
  let spoil: Spoil = () => false;
  const server = createServer((request, response) => {
    seen.push(request.headers.authorization ?? '');
    if (spoil(request, response)) return;
    const { method, url, headers } = request;
    const onwards = httpRequest({ host: '127.0.0.1', port: sandbox.port, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onwards);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    spoilWith: (next: Spoil) => void (spoil = next),
  };
}

/** An org that repeats what it was sent in its error, as a careless proxy does. */
const echo =
  (status: number): Spoil =>
  ({ method, headers, url }, response) => {
    if (method === 'GET') return false;
    const message = `Cannot ${url} with ${headers.authorization} (access_token=${headers.authorization?.slice(7)})`;
    response.writeHead(status, { 'content-type': 'application/json', 'inin-correlation-id': headers.authorization });
    response.end(JSON.stringify({ message, code: headers.authorization, status }));
    return true;
  };

const cut: Spoil = ({ method }, response) => {
  if (method === 'GET') return false;
  response.destroy();
  return true;
};

/** A secret as it may have been written by somebody on the way. */
const formsOf = (secret: string): readonly string[] => [
  secret,
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
];

it('neither the secret nor a token nor a password of a proxy is left anywhere', async () => {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const org = await eavesdropper(sandbox);
  const cwd = tempFolder({
    'a.wrapup.yaml': CATALOG,
    'real/genesys.yaml': 'kind: GenesysProject\nenvironments: { dev: { region: mypurecloud.ie } }\n',
    'real/b.wrapup.yaml': CATALOG,
  });
  const shell = shellFor(bundles, sandbox, cwd);
  const token = 'canary.t0ken_$&+/=~';
  const odd = 'canary secret "$1" %2B \\ ü\u{1F424}';
  const proxyPassword = 'canary-p@ss:word';
  const withToken = { GENESYSCLOUD_ACCESS_TOKEN: token };
  const wrong = { GENESYSCLOUD_OAUTHCLIENT_SECRET: odd };
  const proxied = {
    ...withToken,
    HTTPS_PROXY: `http://user:${encodeURIComponent(proxyPassword)}@127.0.0.1:9`,
  };
  const here = ['a.wrapup.yaml', '--sandbox', org.url];
  const runs: ProcessRun[] = [];
  const run = async (
    argv: readonly string[],
    env: Readonly<Record<string, string>> = withToken,
  ): Promise<number | null> => {
    const done = await shell.run(argv, env);
    runs.push(done);
    return done.code;
  };
  /** In this process, where the pauses between repeats cost no time. */
  const runFast = async (argv: readonly string[]): Promise<number> => {
    const state = { stateFolder: join(shell.stateFolder, 'wrapsmith') };
    const done = await cli(argv, { cwd, env: { ...shell.env, ...withToken }, ...state });
    runs.push(done);
    return done.code;
  };

  expect(await run(['validate'])).toBe(0);
  expect(await run(['plan', ...here])).toBe(0);
  expect(await run(['plan', ...here, '--format', 'json'])).toBe(0);
  expect(await run(['plan', ...here], wrong)).toBe(3);
  expect(await run(['plan', 'real', '--env', 'dev'], proxied)).toBe(1);
  expect(
    await run(['plan', 'real', '--env', 'dev'], { ...proxied, HTTPS_PROXY: `socks5://user:${proxyPassword}@x` }),
  ).toBe(3);
  for (const spoil of [echo(400), echo(403), echo(500), cut]) {
    // The sign-in itself is a POST too, and has to be heard by the sandbox.
    org.spoilWith((request, response) => request.url !== '/oauth/token' && spoil(request, response));
    expect(await runFast(['push', ...here, '--yes'])).toBe(1);
    org.spoilWith(spoil);
    expect(await runFast(['push', ...here, '--yes'])).toBeGreaterThan(0);
  }
  org.spoilWith(() => false);
  expect(await run(['push', ...here, '--yes', '--format', 'json'])).toBe(0);
  expect(await run(['push', ...here, '--yes', '--format', 'markdown'])).toBe(0);

  const sent = new Set(org.seen);
  const tokens = [...sent].filter((header) => header.startsWith('Bearer ')).map((header) => header.slice(7));
  expect(tokens.length).toBeGreaterThan(5);
  // A token of a real org is not for a sandbox.
  expect([...sent].join('\n')).not.toContain(token);
  const pair = `${sandbox.clientId}:${sandbox.clientSecret}`;
  const secrets = [token, odd, proxyPassword, sandbox.clientSecret, pair, ...tokens].flatMap(formsOf);

  const journals = filesUnder(shell.stateFolder);
  expect(journals.length).toBeGreaterThan(4);
  expect(journals.map(({ text }) => text).join('\n')).toContain('Canary One');
  expect(runs.map(({ stdout }) => stdout).join('\n')).toContain('[hidden]');
  const places = [
    ...filesUnder(join(cwd)),
    ...runs.map((done, index) => ({ path: `run ${index}`, text: JSON.stringify(done) + done.stdout + done.stderr })),
  ];
  for (const { path, text } of places) {
    const found = secrets.filter((secret) => text.includes(secret));
    expect(found, path).toEqual([]);
  }
}, 60_000);

it('the sandbox keeps the secret that it prints once to itself', async () => {
  const cwd = tempFolder();
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const shell = shellFor(bundles, sandbox, cwd);
  const child = shell.start(['sandbox'], {
    GENESYSCLOUD_ACCESS_TOKEN: 'canary-token',
    WRAPSMITH_GATEWAY_KEY: 'canary-key',
  });
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
    child.kill('SIGINT');
  });
  await once(child, 'close');
  expect(Object.keys(JSON.parse(stdout) as object)).toEqual(['url', 'clientId', 'clientSecret', 'pkceClientId']);
  expect(stdout + stderr).not.toContain('canary');
  // What is compiled of the program is kept for the next start; nothing else is written.
  const kept = join(cwd, '.cache', 'wrapsmith', 'compiled');
  for (const { path, text } of filesUnder(cwd)) {
    expect(path.startsWith(kept), path).toBe(true);
    expect(text).not.toContain('canary');
  }
});
