/** The sandbox as a process with its control port: what tests use that kill the program under test. */
import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { listening, type Listening, sandboxProcess } from '../process.ts';
import { codesPath } from '../support.ts';
import { type Remote, remoteOf } from './support.ts';

const { folder, start } = sandboxProcess();

/** A program that signs in, creates one code after the other and says so. */
const program = `
const [url, id, secret] = process.argv.slice(1);
const basic = Buffer.from(id + ':' + secret).toString('base64');
const login = await fetch(url + '/oauth/token', {
  method: 'POST',
  headers: { Authorization: 'Basic ' + basic },
  body: new URLSearchParams({ grant_type: 'client_credentials' }),
});
const { access_token } = await login.json();
for (let n = 1; ; n += 1) {
  await fetch(url + '${codesPath}', {
    method: 'POST',
    headers: { Authorization: 'Bearer ' + access_token, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'Killed ' + n }),
  });
}
`;

function startProgram({ url, clientId, clientSecret }: Listening): ChildProcess {
  const args = ['--input-type=module', '-e', program, url, clientId, clientSecret];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function codesNamed({ url, clientId, clientSecret }: Listening, name: string): Promise<readonly unknown[]> {
  const login = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: token } = (await login.json()) as { readonly access_token: string };
  const found = await fetch(`${url}${codesPath}?pageSize=100&name=${encodeURIComponent(name)}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return ((await found.json()) as { readonly entities: readonly unknown[] }).entities;
}

/** Kills the program while its third write is held. */
async function killAtThirdWrite(remote: Remote, line: Listening, when: 'before' | 'after'): Promise<string> {
  const id = await remote.fault({ method: 'WRITE', nth: 3, fault: { kind: 'held', when } });
  const child = startProgram(line);
  expect((await remote.send('GET', `faults/${id}/struck`)).body).toMatchObject({ held: 1 });
  child.kill('SIGKILL');
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  return id;
}

test.each([
  ['before', 0],
  ['after', 1],
] as const)('a program is killed while its third write waits %s the commit', async (when, count) => {
  const line = await listening(start(['--control'], 'ignore'));
  const remote = remoteOf(line.control);
  const id = await killAtThirdWrite(remote, line, when);
  await remote.send('POST', `faults/${id}/release`, { drop: true });
  expect(await codesNamed(line, 'Killed 2')).toHaveLength(1);
  expect(await codesNamed(line, 'Killed 3')).toHaveLength(count);
  expect(await codesNamed(line, 'Killed 4')).toHaveLength(0);
});

test('a write that had arrived may be carried out after its sender died', async () => {
  const line = await listening(start(['--control'], 'ignore'));
  const remote = remoteOf(line.control);
  const id = await killAtThirdWrite(remote, line, 'before');
  await remote.send('POST', `faults/${id}/release`);
  expect(await codesNamed(line, 'Killed 3')).toHaveLength(1);
});

test('without the option there is no control port and no gateway', async () => {
  const line = await listening(start([], 'ignore'));
  expect(Object.keys(line)).toEqual(['url', 'clientId', 'clientSecret', 'pkceClientId']);
});

test('it prints its addresses once, and no secret after that', async () => {
  const keyFile = join(folder(), 'gateway.pem');
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(keyFile, publicKey.export({ type: 'spki', format: 'pem' }));
  const child = start(['--control', '--gateway-key', keyFile, '--sign-in-seconds', '300'], 'pipe');
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('no output');
  const said = Promise.all([text(stdout), text(stderr)]);
  const line = await listening(child);
  expect(line.gatewayUrl).toBe(`${line.url}/gateway/oauth/token`);
  expect(await codesNamed(line, 'Wrong Number')).toHaveLength(1);
  const remote = remoteOf(line.control);
  expect((await remote.send('GET', 'requests')).status).toBe(200);
  expect((await fetch(`${line.control?.url ?? ''}/faults`)).status).toBe(401);
  child.stdin?.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
  const [out, errors] = await said;
  expect([out.trim().split('\n').length, errors]).toEqual([1, '']);
});

test.each([
  [['--gateway-key', '/no/such/file'], 'The file /no/such/file cannot be read.'],
  [['--sign-in-seconds', '299'], "--sign-in-seconds is a whole number from 300 to 172800, not '299'."],
  [
    ['--redirect-uri', 'localhost'],
    "--redirect-uri is a whole address such as http://localhost:8765/, not 'localhost'.",
  ],
  [['--control', '--port'], '--port needs a value.'],
])('with %j it says what is wrong and ends with 3', async (args, sentence) => {
  const child = start(args, 'ignore');
  if (!child.stderr) throw new Error('no output');
  const [[code], said] = await Promise.all([once(child, 'close') as Promise<[number]>, text(child.stderr)]);
  expect(code).toBe(3);
  expect(said).toContain(sentence);
});
