// Starts the editor host's server on loopback and waits until it listens.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { EditorHost } from './paths.ts';
import { ownGroup } from './process-group.ts';

export interface ServerOptions {
  readonly host: EditorHost;
  /** A folder for this server's configuration, log and temporary files. */
  readonly scratch: string;
  readonly userData: string;
  readonly extensions: string;
  /** 0 or absent: any free port. */
  readonly port?: number;
  readonly trust: 'every folder is trusted' | 'ask';
  readonly env?: NodeJS.ProcessEnv;
  /** A module that is loaded first into the server's processes and into the extension host. */
  readonly preload?: string;
  /** Ends by itself after this many seconds without a page; at least 61. */
  readonly idleSeconds?: number;
}

export interface Server {
  readonly origin: string;
  readonly logFile: string;
  /** Resolves with a sentence when the server ends by itself. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

const START_MS = 60_000;
/** Variables of a surrounding editor or shell that would change what the server does. */
const FOREIGN = /^(VSCODE_|ELECTRON_RUN_AS_NODE$|PASSWORD$|HASHED_PASSWORD$|PORT$|NODE_OPTIONS$|npm_)/;

/** @throws when it does not listen within a minute; the message holds its log */
export async function startServer(options: ServerOptions): Promise<Server> {
  for (const folder of [options.scratch, options.userData, options.extensions])
    await mkdir(folder, { recursive: true });
  const logFile = path.join(options.scratch, 'server.log');
  const log = openSync(logFile, 'w');
  const child = spawn(options.host.node, [...preload(options), options.host.entry, ...flags(options)], {
    env: environment(options),
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  const stop = ownGroup(child);
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(`VS Code's server did not start: ${error.message}`));
    child.on('exit', (code, signal) => resolve(`VS Code's server ended with ${signal ?? `exit code ${code}`}`));
  });
  try {
    const origin = await Promise.race([listening(logFile), ended.then((reason) => Promise.reject(new Error(reason)))]);
    return { origin, logFile, ended, stop };
  } catch (error) {
    await stop();
    throw new Error(`${String(error)}\n${await readFile(logFile, 'utf8')}`, { cause: error });
  }
}

/** Runs one command of the server's command line, for example to install a package. */
export async function runServerCommand(options: ServerOptions, args: readonly string[]): Promise<string> {
  for (const folder of [options.scratch, options.userData, options.extensions])
    await mkdir(folder, { recursive: true });
  const child = spawn(options.host.node, [options.host.entry, ...folders(options), ...args], {
    env: environment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stop = ownGroup(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  await stop();
  if (code !== 0) throw new Error(`VS Code ${args.join(' ')} ended with exit code ${code}:\n${said}`);
  return said;
}

/** As an argument of Node: VS Code hands these on to its children, and removes NODE_OPTIONS. */
function preload({ preload: module }: ServerOptions): string[] {
  return module === undefined ? [] : ['--require', module];
}

function folders({ scratch, userData, extensions }: ServerOptions): string[] {
  const config = path.join(scratch, 'config.yaml');
  return ['--config', config, '--user-data-dir', userData, '--extensions-dir', extensions];
}

function flags(options: ServerOptions): string[] {
  const flags = ['--auth', 'none', '--bind-addr', `127.0.0.1:${options.port ?? 0}`, ...folders(options)];
  flags.push('--disable-telemetry', '--disable-update-check', '--disable-getting-started-override');
  flags.push('--ignore-last-opened');
  if (options.trust !== 'ask') flags.push('--disable-workspace-trust');
  if (options.idleSeconds !== undefined) flags.push('--idle-timeout-seconds', String(options.idleSeconds));
  return flags;
}

function environment({ scratch, env }: ServerOptions): NodeJS.ProcessEnv {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)));
  // Without a gallery nothing asks a marketplace.
  return { ...inherited, TMPDIR: scratch, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...env };
}

/** The server chooses its port itself and says it in its log. */
async function listening(logFile: string): Promise<string> {
  for (const end = Date.now() + START_MS; Date.now() < end; ) {
    const [, origin] = /HTTP server listening on (http:\/\/[\d.]+:\d+)/.exec(await readFile(logFile, 'utf8')) ?? [];
    if (origin) return origin;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`VS Code's server did not listen within ${START_MS / 1000} s.`);
}
