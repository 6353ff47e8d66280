/** The server as a process of its own, from the two files that ship. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { tempFolder } from '../support/tempFolder.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wrapsmith-dist-')));
const server = join(folder, 'server.cjs');
beforeAll(() => {
  const build = ['scripts/build.mjs', `--outdir=${folder}`, 'server', 'languageServer'];
  execFileSync(process.execPath, build, { stdio: 'inherit' });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts the server, asks it something, ends it as the protocol says, and gives its exit code. */
async function oneRun(cache: string): Promise<number | null> {
  const child = spawn(process.execPath, [server, '--stdio'], {
    env: { ...process.env, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const answer = await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  expect(answer).toMatchObject({ serverInfo: { name: 'wrapsmith' } });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  const [code] = await ended;
  connection.dispose();
  return code;
}

it('keeps what it compiled for the next start', async () => {
  const cache = tempFolder({});
  expect(await oneRun(cache)).toBe(0);
  expect(readdirSync(cache, { recursive: true }).length).toBeGreaterThan(2);
  expect(await oneRun(cache)).toBe(0);
});

it('starts as well where nothing can be kept', async () => {
  const place = tempFolder({ 'a-file': 'no folder' });
  expect(await oneRun(join(place, 'a-file'))).toBe(0);
});
