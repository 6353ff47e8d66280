/** What a person reads when something goes wrong: what happened and what to do. The sentences are part of the product. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Fault } from '#sandbox/faults.ts';
import { startSandbox } from '#sandbox/server.ts';
import { type CliRun, cli } from '../support/cli.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { tempFolder } from '../support/tempFolder.ts';

const CATALOG = `kind: WrapUpCatalog
queues:
  Support Voice:
codes:
  - { name: Fault One, division: "*", queues: [Support Voice] }
  - { name: Fault Two, division: "*" }
`;

const CALLS = {
  'signing in': ['POST', /^\/oauth\/token$/],
  'reading the organization': ['GET', /\/organizations\/me$/],
  'reading the wrap-up codes': ['GET', /\/routing\/wrapupcodes$/],
  'creating a wrap-up code': ['POST', /\/routing\/wrapupcodes$/],
  'putting codes on a queue': ['POST', /\/queues\/[^/]+\/wrapupcodes$/],
} as const;
type Call = keyof typeof CALLS;

const answer = (status: number, when: 'before' | 'after' = 'before'): Fault => ({ kind: 'answer', when, status });
const refused: Fault = { kind: 'answer', when: 'before', status: 400, message: 'The name is too long' };

/** A push of the catalog with `fault` at every `call`; ids are replaced, since they differ from run to run. */
async function push(call: Call, fault: Fault, times = Number.POSITIVE_INFINITY): Promise<CliRun> {
  const [method, path] = CALLS[call];
  let seen = 0;
  const clock = fakeClock();
  const sandbox = await startSandbox({
    clock,
    fault: (request) => (request.method === method && path.test(request.path) && ++seen <= times ? fault : undefined),
  });
  onTestFinished(() => sandbox.close());
  const cwd = tempFolder({ 'a.wrapup.yaml': CATALOG });
  const env = {
    GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.clientId,
    GENESYSCLOUD_OAUTHCLIENT_SECRET: sandbox.clientSecret,
  };
  const run = await cli(['push', '--yes', '--sandbox', sandbox.url], {
    cwd,
    env,
    clock,
    stateFolder: join(cwd, '.state'),
  });
  const plain = (text: string): string =>
    text
      .replaceAll(/ Correlation id: [0-9a-f-]{36}\./g, '')
      .replaceAll(`${sandbox.org.name} (Sandbox)`, 'Org (Sandbox)');
  return { code: run.code, stdout: plain(run.stdout), stderr: plain(run.stderr) };
}

const inDoubt =
  "It may or may not have been done. The org's list does not show it as asked. Push again to find out and finish.";

describe('before anything was sent, one sentence ends the push', () => {
  it.each<readonly [Call, string, Fault, number, string]>([
    [
      'signing in',
      '401',
      answer(401),
      3,
      'Sandbox did not accept the sign-in. Check the client id, the client secret and the region; a client of one region is not known in another.',
    ],
    ['signing in', '500', answer(500), 1, 'Sandbox failed while signing in (status 500). Try again in a few minutes.'],
    [
      'signing in',
      '429',
      { kind: 'rateLimited', retryAfter: 40 },
      1,
      'Sandbox asked to wait because of its rate limit, and signing in was given up. Nothing was changed by it. Try again in a minute; if it stays, see what else uses the same OAuth client.',
    ],
    [
      'reading the organization',
      '401',
      answer(401),
      3,
      'Sandbox did not accept the token while reading the organization: it has ended, was taken back, or is of another region. Sign in again; where a token was given, give a new one.',
    ],
    [
      'reading the organization',
      '403',
      answer(403),
      1,
      'Sandbox does not allow reading the organization, which needs no permission. Ask an administrator whether the OAuth client is still active and may be used from this network.',
    ],
    [
      'reading the wrap-up codes',
      '400',
      refused,
      1,
      'Sandbox refused a request while reading the wrap-up codes: The name is too long. Your files are not the cause. Try again; if it stays, report it.',
    ],
    [
      'reading the wrap-up codes',
      '403',
      answer(403),
      1,
      'Sandbox does not allow reading the wrap-up codes, which needs the permission routing:wrapupCode:view. Ask an administrator to give the OAuth client or the signed-in user a role with it in the division concerned; scopes do not apply to client credentials.',
    ],
    [
      'reading the wrap-up codes',
      '404',
      answer(404),
      1,
      'Sandbox did not find what was asked for while reading the wrap-up codes: it was removed meanwhile, or something else answers in the place of the org. Plan again; if it stays, check the region and the proxy.',
    ],
    [
      'reading the wrap-up codes',
      '409',
      answer(409),
      1,
      'Sandbox refused a request while reading the wrap-up codes: The request conflicts with the present state. Your files are not the cause. Try again; if it stays, report it.',
    ],
    [
      'reading the wrap-up codes',
      'a cut connection',
      { kind: 'cut', when: 'before' },
      1,
      'Sandbox gave no complete answer while reading the wrap-up codes: the connection was cut (ECONNRESET). Check the network and try again.',
    ],
    [
      'reading the wrap-up codes',
      'an answer cut in the middle',
      { kind: 'cutBody' },
      1,
      'Sandbox gave no complete answer while reading the wrap-up codes: the connection was cut in the middle (ERR_BAD_RESPONSE). Check the network and try again.',
    ],
    [
      'reading the wrap-up codes',
      'truncated JSON',
      { kind: 'truncated' },
      1,
      'Sandbox gave an answer that cannot be read while reading the wrap-up codes. The answer was cut short or is not JSON. Check that no proxy changes the answers, and try again.',
    ],
  ])('%s: %s', async (call, _, fault, code, sentence) => {
    const run = await push(call, fault);
    expect(run).toMatchObject({ code, stdout: '' });
    expect(run.stderr).toMatch(/\n$/);
    expect(run.stderr.trimEnd().split('\n').at(-1)).toBe(`error: ${sentence}`);
  });
});

describe('after that, each entry has its outcome and its reason', () => {
  it.each<readonly [Call, string, Fault, string, string]>([
    [
      'creating a wrap-up code',
      '400',
      refused,
      'failed',
      'Org (Sandbox) refused the content while creating a wrap-up code: The name is too long. Change the entry in the file and plan again.',
    ],
    [
      'creating a wrap-up code',
      '401',
      answer(401),
      'failed',
      'Org (Sandbox) did not accept the token while creating a wrap-up code: it has ended, was taken back, or is of another region. Sign in again; where a token was given, give a new one.',
    ],
    [
      'creating a wrap-up code',
      '403',
      answer(403),
      'failed',
      'Org (Sandbox) does not allow creating a wrap-up code, which needs the permission routing:wrapupCode:add. Ask an administrator to give the OAuth client or the signed-in user a role with it in the division concerned; scopes do not apply to client credentials.',
    ],
    [
      'creating a wrap-up code',
      '404',
      answer(404),
      'failed',
      'Org (Sandbox) did not find what was asked for while creating a wrap-up code: it was removed, or it is in a division that these credentials cannot see. Plan again to read the org anew.',
    ],
    [
      'creating a wrap-up code',
      '409',
      answer(409),
      'failed',
      'The org says that "Fault One" is taken, but no code of that name can be seen: it is in a division that these credentials cannot see, or has just been removed. Give the OAuth client a role in that division, or choose another name.',
    ],
    [
      'creating a wrap-up code',
      '500 before the commit',
      answer(500),
      'unknown',
      `Org (Sandbox) failed while creating a wrap-up code (status 500). ${inDoubt}`,
    ],
    [
      'creating a wrap-up code',
      'a cut connection',
      { kind: 'cut', when: 'before' },
      'unknown',
      `Org (Sandbox) gave no complete answer while creating a wrap-up code: the connection was cut (ECONNRESET). ${inDoubt}`,
    ],
    [
      'creating a wrap-up code',
      'HTML instead of an answer',
      { kind: 'html', when: 'before', status: 200 },
      'unknown',
      `Org (Sandbox) gave an answer that cannot be read while creating a wrap-up code. The answer was cut short or is not JSON. ${inDoubt}`,
    ],
    [
      'putting codes on a queue',
      '409',
      answer(409),
      'failed',
      'Org (Sandbox) has something that stands in the way of putting codes on a queue: The request conflicts with the present state. Plan again to see what is there.',
    ],
    [
      'putting codes on a queue',
      '500 before the commit',
      answer(500),
      'unknown',
      "Org (Sandbox) failed while putting codes on a queue (status 500). It may or may not have been done. The queue's list does not show the code. Push again to find out and finish.",
    ],
  ])('%s: %s', async (call, _, fault, outcome, sentence) => {
    const { code, stdout } = await push(call, fault);
    expect(code).toBe(1);
    const lines = stdout.split('\n').map((line) => line.trim());
    const at = lines.findIndex((line) => line.includes(` ${outcome} `));
    expect(lines[at]).toContain('Fault One');
    expect(lines[at + 1]).toBe(sentence);
    expect(stdout).toMatch(/[Pp]ush again to finish; what is done is not sent twice\.\n$/);
  });

  it.each<readonly [string, Fault]>([
    ['500', answer(500, 'after')],
    ['a cut connection', { kind: 'cut', when: 'after' }],
    ['truncated JSON', { kind: 'truncated' }],
  ])('%s after the commit is done, since the list shows it', async (_, fault) => {
    for (const call of ['creating a wrap-up code', 'putting codes on a queue'] as const) {
      expect(await push(call, fault)).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/\n3 done\.\n$/) as unknown,
      });
    }
  });

  it('429 with Retry-After 40 is waited out, and the seconds are shown', async () => {
    const { code, stderr } = await push('creating a wrap-up code', { kind: 'rateLimited', retryAfter: 40 }, 1);
    expect(code).toBe(0);
    expect(stderr).toContain("0/3 Fault One: waiting 40 s for the org's rate limit\n");
  });
});

describe('what passes is told while it is tried again', () => {
  it.each<readonly [string, Fault, string]>([
    ['500', answer(500), 'status 500'],
    ['a cut connection', { kind: 'cut', when: 'before' }, 'the connection was cut (ECONNRESET)'],
    ['truncated JSON', { kind: 'truncated' }, 'the answer was cut short or is not JSON'],
  ])('%s', async (_, fault, why) => {
    const { code, stderr } = await push('reading the wrap-up codes', fault, 1);
    expect(code).toBe(0);
    expect(stderr).toContain(`warning: Reading the wrap-up codes failed: ${why}. Trying again, 1 of 3.\n`);
  });
});

describe('where nobody is', () => {
  const env = { GENESYSCLOUD_OAUTHCLIENT_ID: 'id', GENESYSCLOUD_OAUTHCLIENT_SECRET: 'secret' };

  it('a sandbox that has ended: the sentence says how to start one', async () => {
    const sandbox = await startSandbox();
    await sandbox.close();
    const cwd = tempFolder({ 'a.wrapup.yaml': CATALOG });
    const { code, stderr } = await cli(['plan', '--sandbox', sandbox.url], { cwd, env });
    expect(code).toBe(1);
    expect(stderr).toContain(
      `error: Sandbox cannot be reached: nothing is listening at that address (ECONNREFUSED 127.0.0.1:${sandbox.port}). Nothing was sent. Check the network, a proxy or firewall, and the region. A sandbox lives as long as the command that started it; "wrapsmith sandbox" starts one and prints its address.\n`,
    );
  });
});

describe('behind a proxy', () => {
  const files = {
    'genesys.yaml': 'kind: GenesysProject\nenvironments: { dev: { region: mypurecloud.ie } }\n',
    'a.wrapup.yaml': CATALOG,
  };
  const token = { GENESYSCLOUD_ACCESS_TOKEN: 'canary-token' };

  /** A proxy that refuses everything; gives the hosts it was asked for. */
  async function refusing(status: number) {
    const asked: string[] = [];
    const server = createServer().on('connect', ({ url = '' }: IncomingMessage, socket: Duplex) => {
      asked.push(url);
      socket.end(`HTTP/1.1 ${status} Refused\r\n\r\n`);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }

  it.each([
    [407, 'the proxy wants a user and a password in its address (EPROXYAUTH status 407 api.mypurecloud.ie)'],
    [503, 'the proxy did not open the way (EPROXY status 503 api.mypurecloud.ie)'],
  ])('that answers %i, a region cannot be reached', async (status, why) => {
    const proxy = await refusing(status);
    const env = { ...token, HTTPS_PROXY: proxy.url };
    const { code, stderr } = await cli(['plan', '--env', 'dev'], { cwd: tempFolder(files), env });
    expect(code).toBe(1);
    expect(stderr).toContain(`error: dev cannot be reached: ${why}. Nothing was sent. Check the network, a proxy`);
    expect(proxy.asked).toEqual(['api.mypurecloud.ie:443']);
  });

  it('that cannot be one, nothing is sent', async () => {
    const env = { ...token, HTTPS_PROXY: 'socks5://proxy' };
    const { code, stderr } = await cli(['plan', '--env', 'dev'], { cwd: tempFolder(files), env });
    expect(code).toBe(3);
    expect(stderr).toBe(
      'error: HTTPS_PROXY is not the address of an HTTP proxy, such as http://proxy.example.com:8080.\n',
    );
  });

  it('a sandbox is reached straight', async () => {
    const sandbox = await startSandbox();
    onTestFinished(() => sandbox.close());
    const proxy = await refusing(503);
    const env = {
      GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.clientId,
      GENESYSCLOUD_OAUTHCLIENT_SECRET: sandbox.clientSecret,
      HTTPS_PROXY: proxy.url,
      ALL_PROXY: proxy.url,
    };
    const { code } = await cli(['plan', '--sandbox', sandbox.url], { cwd: tempFolder(files), env });
    expect(code).toBe(0);
    expect(proxy.asked).toEqual([]);
  });
});
