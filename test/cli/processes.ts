/** The shipped command line as a process, against a sandbox of this process whose requests a test can hold or spoil. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { Sandbox } from '#sandbox/server.ts';
import type { Bundles } from '../support/bundle.ts';

export interface ProcessRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Shell {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Where the runs leave their journals. */
  readonly stateFolder: string;
  start(argv: readonly string[], env?: Readonly<Record<string, string>>): ChildProcessWithoutNullStreams;
  run(argv: readonly string[], env?: Readonly<Record<string, string>>): Promise<ProcessRun>;
}

/** A folder to run in, signed in to the sandbox; every command goes there. Of this process's environment only PATH is kept. */
export function shellFor(bundles: Bundles, sandbox: Sandbox, cwd: string, stateFolder = join(cwd, '.state')): Shell {
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: cwd,
    XDG_STATE_HOME: stateFolder,
    GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.clientId,
    GENESYSCLOUD_OAUTHCLIENT_SECRET: sandbox.clientSecret,
  };
  const start: Shell['start'] = (argv, more = {}) => {
    const needsOrg = ['plan', 'push', 'query'].includes(argv[0] ?? '');
    const target = needsOrg && !argv.includes('--sandbox') && !argv.includes('--env') ? ['--sandbox', sandbox.url] : [];
    const child = spawn(process.execPath, [bundles.cli, ...argv, ...target], { cwd, env: { ...env, ...more } });
    onTestFinished(() => void child.kill('SIGKILL'));
    return child;
  };
  return {
    cwd,
    env,
    stateFolder,
    start,
    run: async (argv, more) => outcomeOf(start(argv, more)),
  };
}

export async function outcomeOf(child: ChildProcessWithoutNullStreams): Promise<ProcessRun> {
  const closed = once(child, 'close') as Promise<[number | null]>;
  const [[code], stdout, stderr] = await Promise.all([closed, text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}

export interface KeptFile {
  readonly path: string;
  readonly text: string;
}

/** Every file under a folder with its content. */
export function filesUnder(folder: string): readonly KeptFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** Names of the codes that the org has more than once, as a person reads them. */
export function namesTwice(sandbox: Sandbox): readonly string[] {
  const names = [...sandbox.org.codes.values()]
    .filter(({ deleted }) => deleted === undefined)
    .map(({ name }) => name.trim().toLowerCase());
  return names.filter((name, index) => names.indexOf(name) !== index);
}
