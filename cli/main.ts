/** The command line as a process: streams, signals and the exit code; everything else is `runCli`. */
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { text as textOf } from 'node:stream/consumers';
import { systemClock } from '#host/clock.ts';
import { stateFolder } from '#host/stateFolder.ts';
import { EXIT, type CliIo, type CliOutput } from './io.ts';
import { runCli } from './run.ts';

const interrupt = new AbortController();
const hurry = new AbortController();
// Who sends SIGTERM does not wait long for the end.
process.on('SIGINT', onInterrupt);
process.on('SIGTERM', () => {
  onInterrupt();
  hurry.abort(new Error('Interrupted.'));
});

/** The first Ctrl-C ends the work after the call in flight, the second also the waits; the third ends at once. */
function onInterrupt(): void {
  if (hurry.signal.aborted) process.exit(EXIT.interrupted);
  (interrupt.signal.aborted ? hurry : interrupt).abort(new Error('Interrupted.'));
}

const io: CliIo = {
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  ...(process.stdin.isTTY && process.stderr.isTTY && { ask }),
  ...(!process.stdin.isTTY && { stdin: () => textOf(process.stdin) }),
  env: process.env,
  cwd: process.cwd(),
  clock: systemClock,
  signal: interrupt.signal,
  patience: hurry.signal,
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
    get gone() {
      return gone;
    },
    get columns() {
      return stream.columns;
    },
  };
}

async function ask(question: string, signal: AbortSignal): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // In a terminal, readline takes Ctrl-C for itself.
  lines.on('SIGINT', onInterrupt);
  try {
    return await lines.question(question, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    // Ctrl-D: the answer is nothing, and the cursor is still behind the question.
    process.stderr.write('\n');
    return '';
  } finally {
    lines.close();
  }
}

async function main(): Promise<void> {
  // Not process.exit: what is still in a pipe must arrive.
  process.exitCode = await runCli(process.argv.slice(2), io);
}

void main();
