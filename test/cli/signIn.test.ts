/** Signing in on a terminal: with a browser, at an identity gateway. Canary secrets are in no output and no file. */
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runCli } from '#cli/run.ts';
import { listenForRedirect } from '#host/loopbackRedirect.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '#sandbox/server.ts';
import { cli } from '../support/cli.ts';
import { type Between, formsOf, listenBetween } from '../support/listenBetween.ts';
import { clockForBrowser, personAtBrowser, type PersonOptions } from '../support/personAtBrowser.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { waitFor } from '../support/waitFor.ts';
import { filesUnder } from './processes.ts';

const CATALOG = `kind: WrapUpCatalog
codes:
  - { name: Signed In, division: "*" }
`;

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

interface Ran {
  readonly code: number;
  readonly text: string;
}

interface Terminal {
  readonly sandbox: Sandbox;
  readonly between: Between;
  readonly cwd: string;
  /** Runs a command line with somebody who opens what it prints. */
  run(argv: readonly string[], env: Readonly<Record<string, string>>, person?: PersonOptions): Promise<Ran>;
  /** What was written to the terminal and to files, by where. */
  written(): readonly { readonly path: string; readonly text: string }[];
}

async function terminal(options: Omit<SandboxOptions, 'clock'> = {}): Promise<Terminal> {
  const clock = clockForBrowser();
  const sandbox = await startSandbox({ gatewayKey: keys.publicKey, ...options, clock });
  onTestFinished(() => sandbox.close());
  const between = await listenBetween(sandbox.port);
  const cwd = tempFolder({ 'a.wrapup.yaml': CATALOG });
  const texts: string[] = [];
  return {
    sandbox,
    between,
    cwd,
    written: () => [...filesUnder(cwd), { path: 'the terminal', text: texts.join('\n') }],
    async run(argv, env, options_) {
      const person = personAtBrowser(options_);
      let text = '';
      const write = (piece: string): void => {
        text += piece;
        const page = /http:\S+\/oauth\/authorize\S+/.exec(piece)?.[0];
        if (page !== undefined) void person.ports.open(page);
      };
      const code = await runCli([...argv, '--sandbox', between.url], {
        stdout: { isTTY: false, write },
        stderr: { isTTY: false, write },
        ask: () => Promise.reject(new Error('Nothing was to be asked.')),
        env,
        cwd,
        clock,
        signal: new AbortController().signal,
        stateFolder: join(cwd, '.state'),
        programFolder: cwd,
      });
      texts.push(text);
      return { code, text };
    },
  };
}

const SIGN_INS: readonly (readonly [string, (place: Terminal) => Readonly<Record<string, string>>])[] = [
  ['a browser', ({ sandbox }) => ({ GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.apps.desktop.id })],
  [
    'client credentials',
    ({ sandbox }) => ({
      GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.clientId,
      GENESYSCLOUD_OAUTHCLIENT_SECRET: sandbox.clientSecret,
    }),
  ],
  [
    'an identity gateway',
    ({ sandbox, between }) => ({
      GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.clientId,
      WRAPSMITH_GATEWAY_URL: `${between.url}/gateway/oauth/token`,
      WRAPSMITH_GATEWAY_KEY: keys.privateKey.replaceAll('\n', '\\n'),
    }),
  ],
];

it.each(SIGN_INS)('plan and push with %s leave no secret anywhere, whatever the org answers', async (_name, envOf) => {
  const place = await terminal({ switches: { pkceRefreshToken: 'given' } });
  const { sandbox, between, run } = place;
  const env = envOf(place);
  expect(await run(['plan'], env)).toMatchObject({ code: 0 });
  expect(await run(['push', '--yes', '--format', 'json'], env)).toMatchObject({ code: 0 });
  writeFileSync(join(place.cwd, 'a.wrapup.yaml'), `${CATALOG}  - { name: Refused, division: "*" }\n`);
  between.repeatSecrets();
  expect(await run(['push', '--yes'], env)).toMatchObject({ code: 1 });

  const keyLines = keys.privateKey.split('\n').filter((line) => line !== '' && !line.startsWith('-----'));
  const secrets = [...between.secrets, sandbox.clientSecret, ...keyLines].flatMap(formsOf);
  expect(between.secrets.size).toBeGreaterThan(3);
  const written = place.written();
  expect(written.map(({ text }) => text).join('\n')).toContain('Signed In');
  expect(written.map(({ text }) => text).join('\n')).toContain('[hidden]');
  expect(written.length).toBeGreaterThan(3);
  for (const { path, text } of written)
    expect(
      secrets.filter((secret) => text.includes(secret)),
      path,
    ).toEqual([]);
});

it('the login page is asked for once in a run, and only where somebody is there to open it', async () => {
  const { sandbox, between, cwd, run } = await terminal();
  const { text } = await run(['plan'], { GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.apps.desktop.id });
  expect(text.match(/oauth\/authorize/g)).toHaveLength(1);
  const alone = await cli(['plan', '--sandbox', between.url], { cwd, env: { GENESYSCLOUD_OAUTHCLIENT_ID: 'x' } });
  expect(alone).toMatchObject({ code: 3, stderr: expect.stringContaining('Not signed in') as unknown });
});

it('a person is signed out when the run ends, and one who never signed in is not asked to', async () => {
  const { sandbox, between, run } = await terminal();
  const env = { GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.apps.desktop.id };
  await run(['plan'], env);
  await waitFor(() => sandbox.log.some(({ method, status }) => method === 'DELETE' && status !== undefined));
  const authorization = between.sent.at(-1)?.authorization ?? '';
  const late = await fetch(`${sandbox.url}/api/v2/organizations/me`, { headers: { authorization } });
  expect(authorization).toMatch(/^Bearer /);
  expect(late.status).toBe(401);
  const before = sandbox.log.length;
  expect((await run(['plan', 'nothing.wrapup.yaml'], env)).text).not.toContain('oauth/authorize');
  expect(sandbox.log).toHaveLength(before);
});

it('a person who says no, and a port that is taken, end the run with what to do', async () => {
  const { sandbox, run } = await terminal();
  const env = { GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.apps.desktop.id };
  const denied = await run(['plan'], env, { decision: 'deny' });
  expect(denied).toMatchObject({ code: 3, text: expect.stringContaining('(access_denied)') as unknown });
  const taken = await listenForRedirect(0, () => false);
  onTestFinished(() => taken.close());
  const { port } = new URL(taken.redirectUri);
  const blocked = await run(['plan'], { ...env, WRAPSMITH_REDIRECT_PORT: port });
  expect(blocked).toMatchObject({ code: 3, text: expect.stringContaining(`Port ${port} is taken`) as unknown });
  for (const odd of ['x', '-1', '65536', '1.5']) {
    expect((await run(['plan'], { ...env, WRAPSMITH_REDIRECT_PORT: odd })).text).toContain('is not a port');
  }
});

it('a sandbox is not shown what the gateway of a real org gives', async () => {
  const { sandbox, between, run } = await terminal();
  const { code, text } = await run(['plan'], {
    GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.clientId,
    WRAPSMITH_GATEWAY_URL: 'https://gateway.example.com/oauth/token',
    WRAPSMITH_GATEWAY_KEY: keys.privateKey,
  });
  expect({ code, text }).toMatchObject({ code: 3, text: expect.stringContaining('for a real org') as unknown });
  expect(between.sent).toEqual([]);
});
