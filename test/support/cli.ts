/** The command line in this process, with strings for its streams. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CliIo } from '#cli/io.ts';
import { runCli } from '#cli/run.ts';
import { fakeClock } from './fakeClock.ts';

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export type CliWorld = Partial<Omit<CliIo, 'stdout' | 'stderr'>> & {
  readonly isTTY?: boolean;
  /** Of the terminal. */
  readonly columns?: number;
  /** Whether the reader of stdout goes away after the first piece. */
  readonly isReaderGone?: true;
};

/** Runs one command line. By default nobody can be asked, nothing is signed in, and time is the fake clock's. */
export async function cli(
  argv: readonly string[],
  { isTTY = false, columns, isReaderGone, ...world }: CliWorld = {},
): Promise<CliRun> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(argv, {
    stdout: {
      isTTY,
      columns,
      write: (text) => void out.push(text),
      get gone() {
        return isReaderGone === true && out.length > 0;
      },
    },
    stderr: { isTTY, write: (text) => void err.push(text) },
    env: {},
    cwd: process.cwd(),
    clock: fakeClock(),
    signal: new AbortController().signal,
    stateFolder: join(tmpdir(), 'wrapsmith-nowhere'),
    programFolder: join(process.cwd(), 'dist'),
    ...world,
  });
  return { code, stdout: out.join(''), stderr: err.join('') };
}
