/** What only a real process can show: streams, signals, children, exit codes. The bundle is the shipped one. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type Bundles, buildBundles } from '../support/bundle.ts';
import { tempFolder } from '../support/tempFolder.ts';

let bundles: Bundles;
beforeAll(async () => {
  bundles = buildBundles();
}, 60_000);
afterAll(() => bundles.remove());

const twice = 'kind: WrapUpCatalog\ncodes:\n  - name: Resolved\n  - name: Resolved\n';

interface Started extends ChildProcessWithoutNullStreams {
  readonly pid: number;
}

function start(
  argv: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Started {
  const child = spawn(process.execPath, [bundles.cli, ...argv], options);
  onTestFinished(() => void child.kill('SIGKILL'));
  if (child.pid === undefined) throw new Error('The process did not start.');
  return Object.assign(child, { pid: child.pid });
}

async function exitOf(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

/** The first piece of stdout; fails with stderr when the process ends without one. */
async function firstLine(child: ChildProcessWithoutNullStreams): Promise<string> {
  const complaint = text(child.stderr);
  const ended = once(child, 'close').then(async () => Promise.reject(new Error(await complaint)));
  const [line] = (await Promise.race([once(child.stdout.setEncoding('utf8'), 'data'), ended])) as [string];
  ended.catch(() => undefined);
  return line;
}

describe('validate as a process', () => {
  it('ends with its code, results on stdout and the rest on stderr', async () => {
    const child = start(['validate', '--format', 'json'], { cwd: tempFolder({ 'a.wrapup.yaml': twice }) });
    const [code, stdout, stderr] = await Promise.all([exitOf(child), text(child.stdout), text(child.stderr)]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toHaveLength(2);
    expect(stderr).toBe('2 errors in 1 file.\n');
  });

  it('writes all of a large result into a pipe before it ends', async () => {
    const codes = Array.from({ length: 3000 }, () => '  - name: Resolved\n').join('');
    const child = start(['validate', '--format', 'json'], {
      cwd: tempFolder({ 'a.wrapup.yaml': `kind: WrapUpCatalog\ncodes:\n${codes}` }),
    });
    const [, stdout] = await Promise.all([exitOf(child), text(child.stdout)]);
    expect((JSON.parse(stdout) as unknown[]).length).toBeGreaterThanOrEqual(3000);
  });

  it('ends quietly when the reader goes away', async () => {
    const codes = Array.from({ length: 3000 }, () => '  - name: Resolved\n').join('');
    const child = start(['validate', '--quiet'], {
      cwd: tempFolder({ 'a.wrapup.yaml': `kind: WrapUpCatalog\ncodes:\n${codes}` }),
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code, stderr] = await Promise.all([exitOf(child), text(child.stderr)]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });
});

it('is packed with all that it starts', () => {
  const allowed = readFileSync('.npmignore', 'utf8').split('\n');
  const built = readdirSync(bundles.folder).filter((name) => name.endsWith('.cjs'));
  expect(built.length).toBeGreaterThan(3);
  for (const name of built) expect(allowed).toContain(`!dist/${name}`);
});

describe('sandbox as a process', () => {
  it('prints one line of JSON, serves, and goes away with the command', async () => {
    const child = start(['sandbox', '--seed', '2']);
    const line = await firstLine(child);
    const { url, clientId, clientSecret } = JSON.parse(line) as Record<string, string>;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(clientId && clientSecret).toBeTruthy();
    expect(await statusOf(`${url}/api/v2/organizations/me`)).toBe(401);
    child.kill('SIGINT');
    expect(await exitOf(child)).toBe(130);
    await expect(statusOf(`${url}/api/v2/organizations/me`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('is not left behind when the command is killed', async () => {
    const child = start(['sandbox']);
    const line = await firstLine(child);
    const { url } = JSON.parse(line) as { url: string };
    // Connected first: killed before that, there would be nobody to connect to.
    const socket = await connected(url);
    const closed = once(socket, 'close');
    child.kill('SIGKILL');
    await closed;
  });

  it('has as many conversations as it is told to', async () => {
    const sandbox = start(['sandbox', '--conversations', '0']);
    const { url = '', clientId, clientSecret } = JSON.parse(await firstLine(sandbox)) as Record<string, string>;
    const cwd = tempFolder({ 'a.query.yaml': 'kind: ConversationDetails\ninterval: last 7 days\n' });
    const env = {
      ...process.env,
      GENESYSCLOUD_OAUTHCLIENT_ID: clientId,
      GENESYSCLOUD_OAUTHCLIENT_SECRET: clientSecret,
    };
    const query = start(['query', 'a.query.yaml', '--format', 'ndjson', '--sandbox', url], { cwd, env });
    const [code, rows] = await Promise.all([exitOf(query), text(query.stdout), text(query.stderr)]);
    expect({ code, rows }).toEqual({ code: 0, rows: '' });
  });

  it('passes its refusal on', async () => {
    const first = start(['sandbox']);
    const line = await firstLine(first);
    const { port } = new URL((JSON.parse(line) as { url: string }).url);
    const second = start(['sandbox', '--port', port]);
    const [code, stdout, stderr] = await Promise.all([exitOf(second), text(second.stdout), text(second.stderr)]);
    expect(code).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/EADDRINUSE|port/i);
  });

  it('is what plan and push meet, end to end', async () => {
    const sandbox = start(['sandbox']);
    const line = await firstLine(sandbox);
    const { url = '', clientId, clientSecret } = JSON.parse(line) as Record<string, string>;
    const cwd = tempFolder({
      'a.wrapup.yaml': 'kind: WrapUpCatalog\ncodes:\n  - { name: From A Process, division: "*" }\n',
    });
    const env = {
      ...process.env,
      XDG_STATE_HOME: join(cwd, '.state'),
      GENESYSCLOUD_OAUTHCLIENT_ID: clientId,
      GENESYSCLOUD_OAUTHCLIENT_SECRET: clientSecret,
    };
    const run = async (...argv: string[]): Promise<number | null> => {
      const child = start([...argv, '--sandbox', url], { cwd, env });
      const [code] = await Promise.all([exitOf(child), text(child.stdout), text(child.stderr)]);
      return code;
    };
    expect(await run('plan', '--detailed-exitcode')).toBe(2);
    expect(await run('push')).toBe(3);
    expect(await run('push', '--yes')).toBe(0);
    expect(await run('plan', '--detailed-exitcode')).toBe(0);
  });
});

describe('lsp --stdio', () => {
  it('speaks the protocol on its streams, finds the project on disk, and ends as told', async () => {
    const cwd = tempFolder({
      'genesys.yaml': 'kind: GenesysProject\npolicy: { require: [category] }\n',
      'a.wrapup.yaml': 'kind: WrapUpCatalog\ncodes:\n  - name: Resolved\n',
    });
    const child = start(['lsp', '--stdio']);
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
    });
    await connection.sendNotification('initialized', {});
    const uri = `file://${cwd}/a.wrapup.yaml`;
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text: 'kind: WrapUpCatalog\ncodes:\n  - name: Resolved\n' },
    });
    const report = await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    expect(report).toMatchObject({ kind: 'full', items: [{ code: 'policy-missing-field', source: 'wrapsmith' }] });
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await exitOf(child)).toBe(0);
    connection.dispose();
  });

  it('knows the names of the org that is named, without being waited for', async () => {
    const sandbox = start(['sandbox']);
    const { url = '', clientId, clientSecret } = JSON.parse(await firstLine(sandbox)) as Record<string, string>;
    const content = 'kind: WrapUpCatalog\nqueues:\n  Support Voice: {}\n  Not There: {}\ncodes: []\n';
    const cwd = tempFolder({ 'a.wrapup.yaml': content });
    const env = {
      ...process.env,
      GENESYSCLOUD_OAUTHCLIENT_ID: clientId,
      GENESYSCLOUD_OAUTHCLIENT_SECRET: clientSecret,
    };
    const child = start(['lsp', '--stdio', '--sandbox', url], { env });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    onTestFinished(() => connection.dispose());
    const told = new Promise<string>((resolve) => {
      connection.onNotification('textDocument/publishDiagnostics', ({ diagnostics }: PublishDiagnosticsParams) => {
        const found = diagnostics.find(({ code }) => code === 'not-in-org');
        if (found) resolve(JSON.stringify(found.message));
      });
    });
    connection.listen();
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: `file://${cwd}/a.wrapup.yaml`, languageId: 'yaml', version: 1, text: content },
    });
    expect(await told).toMatch(/Not There.*is not in org Northwind/);
  });

  it('ends when the editor dies, and when it is told to by a signal', async () => {
    const orphan = start(['lsp', '--stdio']);
    orphan.stdin.end();
    expect(await exitOf(orphan)).toBe(1);
    const signalled = start(['lsp', '--stdio']);
    const connection = createProtocolConnection(
      new StreamMessageReader(signalled.stdout),
      new StreamMessageWriter(signalled.stdin),
    );
    connection.listen();
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    signalled.kill('SIGTERM');
    expect(await exitOf(signalled)).toBe(130);
    connection.dispose();
  });
});

function statusOf(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

/** An idle connection, which closes when the server at the other end goes away. */
async function connected(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}
