// Stands in for the desktop VS Code program: takes its flags, runs the tests of --extensionTestsPath in a real
// extension host, prints what they print, and ends with their exit code.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { parseFlags } from './flags.ts';
import { openSession, type Session } from './session.ts';

const LIMIT_MS = Number(process.env['WRAPSMITH_E2E_LIMIT_MS'] ?? 180_000);

const flags = parseFlags(process.argv.slice(2));
const scratch = await mkdtemp(path.join(os.tmpdir(), 'vsc-'));
let session: Session | undefined;
let code = 1;
const interrupted = new Promise<never>((_, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => reject(new Error(`Interrupted by ${signal}.`)));
  // Whoever started this holds the other end; when it is gone, so is the reason to go on.
  process.stdin.on('end', () => reject(new Error('The test run has ended.'))).resume();
});
// Then nobody reads what is printed either, and that must not end the tidying up.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
interrupted.catch(() => {}); // it may come before anyone waits for it

try {
  let exit: (code: number) => void = () => {};
  const exitCode = new Promise<number>((resolve) => (exit = resolve));
  session = await openSession({
    scratch,
    folder: flags.folder ?? path.join(scratch, 'empty'),
    development: {
      extensions: flags.developmentPaths,
      ...(flags.testsPath !== undefined && { tests: flags.testsPath }),
    },
    ...(flags.userData !== undefined && { userData: flags.userData }),
    ...(flags.extensions !== undefined && { extensions: flags.extensions }),
    ...(process.env['WRAPSMITH_E2E_PRELOAD'] && { preload: process.env['WRAPSMITH_E2E_PRELOAD'] }),
    prepare: (page) => exposeAutomation(page, (reported) => exit(reported)),
  });
  code = await Promise.race([exitCode, session.server.ended.then(fail), interrupted, limit()]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  const picture = process.env['WRAPSMITH_E2E_FAILURE_PICTURE'];
  if (picture) await session?.page.screenshot({ path: picture }).catch(() => {});
} finally {
  await session?.close();
  await rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
process.exit(code);

/** The two functions that a workbench under test calls in its page: its log, and its end. */
async function exposeAutomation(page: Page, exit: (code: number) => void): Promise<void> {
  await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
    const stream = type === 'error' || type === 'warn' ? process.stderr : process.stdout;
    stream.write(`${format(...args)}\n`);
  });
  await page.exposeFunction('codeAutomationExit', exit);
}

function fail(reason: string): never {
  throw new Error(reason);
}

function limit(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`The tests did not end within ${LIMIT_MS / 1000} s.`)), LIMIT_MS).unref();
  });
}
