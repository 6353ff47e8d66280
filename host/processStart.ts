import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process began, as a text that no other process with the same id shares; undefined where the system does not
 * say it, or there is no such process.
 */
export function processStart(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return `${bootId()} ${linuxStart(pid)}`;
    if (process.platform === 'darwin')
      return said(execFileSync('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], QUIET));
  } catch {
    // No such process, or nothing that may be read.
  }
  return undefined;
}

/** False only where the system is sure: a process of another user is alive too. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

const QUIET: ExecFileSyncOptionsWithStringEncoding = {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
  env: { LC_ALL: 'C', TZ: 'UTC' },
};

const said = (text: string): string | undefined => text.trim() || undefined;

/** Ids and clock ticks start again with each boot. */
const bootId = (): string => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

/** The 22nd field, in clock ticks since the boot. The second is the program's name in brackets, which may hold anything. */
function linuxStart(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const start = fields[19];
  if (start === undefined) throw new Error('The system does not say when the process began.');
  return start;
}
