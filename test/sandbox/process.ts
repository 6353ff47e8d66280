/** The sandbox as a process of its own, bundled as it ships. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, onTestFinished } from 'vitest';

export interface Listening {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly pkceClientId: string;
  readonly gatewayUrl?: string;
  readonly control?: { readonly url: string; readonly secret: string };
}

export interface SandboxProcess {
  /** A folder of this file's tests. */
  folder(): string;
  start(args: readonly string[], stdin: 'pipe' | 'ignore'): ChildProcess;
}

/** Bundles it before the first test of a file. What is started ends with its test at the latest. */
export function sandboxProcess(): SandboxProcess {
  let folder = '';
  const bundle = (): string => join(folder, 'sandbox.cjs');
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    buildSync({
      entryPoints: [fileURLToPath(new URL('../../sandbox/main.ts', import.meta.url))],
      outfile: bundle(),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'error',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    folder: () => folder,
    start(args, stdin) {
      const child = spawn(process.execPath, [bundle(), ...args], { stdio: [stdin, 'pipe', 'pipe'] });
      onTestFinished(() => void child.kill('SIGKILL'));
      return child;
    },
  };
}

/** The line that it prints when it listens. */
export async function listening(child: ChildProcess): Promise<Listening> {
  if (!child.stdout) throw new Error('no output');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return JSON.parse(line) as Listening;
}
