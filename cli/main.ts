/** The command line as a process: streams, signals and the exit code; everything else is `runCli`. */
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { systemClock } from '#host/clock.ts';
import { stateFolder } from '#host/stateFolder.ts';
import type { CliIo, CliOutput } from './io.ts';
import { runCli } from './run.ts';

const interrupt = new AbortController();
// The first Ctrl-C stops after the call in flight; the second does not wait for it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (interrupt.signal.aborted) process.exit(130);
    interrupt.abort(new Error('Interrupted.'));
  });
}

const io: CliIo = {
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  ...(process.stdin.isTTY && process.stderr.isTTY && { ask }),
  env: process.env,
  cwd: process.cwd(),
  clock: systemClock,
  signal: interrupt.signal,
  stateFolder: stateFolder({ env: process.env, platform: process.platform, home: homedir() }),
  programFolder: dirname(realpathSync(process.argv[1] ?? '.')),
};

/** A reader that went away (`| head`) must not stop a push half-way: the rest is simply not printed. */
function outputOf(stream: NodeJS.WriteStream): CliOutput {
  let gone = false;
  stream.on('error', () => {
    gone = true;
  });
  return {
    write(text) {
      if (!gone) stream.write(text);
    },
    isTTY: stream.isTTY,
  };
}

async function ask(question: string, signal: AbortSignal): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // In a terminal, readline takes Ctrl-C for itself.
  lines.on('SIGINT', () => interrupt.abort(new Error('Interrupted.')));
  try {
    return await lines.question(question, { signal });
  } finally {
    lines.close();
  }
}

async function main(): Promise<void> {
  // Not process.exit: what is still in a pipe must arrive.
  process.exitCode = await runCli(process.argv.slice(2), io);
}

void main();
