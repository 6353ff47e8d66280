import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { CliError, type CliIo, EXIT } from '../io.ts';
import { withExample } from '../options.ts';
import type { RegisterCommand } from './command.ts';

interface SandboxOptions {
  readonly port?: number;
  readonly seed?: number;
  readonly rate?: number;
  readonly conversations?: number;
  readonly signInSeconds?: number;
  readonly redirectUri?: readonly string[];
  readonly gatewayKey?: string;
  readonly control?: true;
  readonly switch?: readonly string[];
}

export const registerSandbox: RegisterCommand = (program, io, end) => {
  const command: Command = program
    .command('sandbox')
    .description('run a stand-in for a Genesys Cloud org on this machine; prints one line of JSON when it listens')
    .option('--port <n>', 'port on the loopback interface (default: a free one)', wholeNumber(0, 65_535))
    .option('--seed <n>', 'which org is made up; the same number gives the same org', wholeNumber(0, 999_999_999))
    .option('--rate <n>', 'requests a minute for each token', wholeNumber(1, 1_000_000))
    .option('--conversations <n>', 'conversations on a working day (default: 400)', wholeNumber(0, 5_000))
    .option('--sign-in-seconds <n>', 'how long a token lives (default: a day)', wholeNumber(300, 172_800))
    .option('--redirect-uri <uri>', 'an address that a sign-in in the browser may lead back to; repeatable', collected)
    .option(
      '--gateway-key <file>',
      'public RSA key (PEM): opens an identity gateway for JWTs that its other half signed',
    )
    .option('--control', 'open a port to ask for faults; its address and secret are in the line of JSON')
    .option('--switch <name=value>', 'another answer to what no source tells of the platform; repeatable', collected)
    .action(async (options: SandboxOptions) => end(await runSandbox(options, io)));
  withExample(command, 'wrapsmith sandbox --port 4010');
};

/** Runs until Ctrl-C. The sandbox is a program of its own; only its exit code comes back. */
function runSandbox(options: SandboxOptions, io: CliIo): Promise<number> {
  const program = join(io.programFolder, 'sandbox.cjs');
  if (!existsSync(program)) throw new CliError(`The sandbox is not built: ${program} is missing. Run "npm run build".`);
  const flags = flagsOf(options);
  return new Promise((resolve, reject) => {
    // It ends by itself when its standard input closes: also when this process is killed.
    const child = spawn(process.execPath, [program, ...flags], { stdio: 'pipe', env: withoutSignIn(io.env) });
    const stop = (): void => void child.kill();
    io.signal.addEventListener('abort', stop, { once: true });
    child.stdout.setEncoding('utf8').on('data', (text: string) => io.stdout.write(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => io.stderr.write(text));
    child.once('error', (error) => reject(new CliError(`The sandbox did not start: ${error.message}`)));
    child.once('close', (code) => {
      io.signal.removeEventListener('abort', stop);
      resolve(io.signal.aborted ? EXIT.interrupted : (code ?? EXIT.problems));
    });
  });
}

/** `{signInSeconds: 300}` as `--sign-in-seconds 300`: what the program itself is told. */
function flagsOf(options: SandboxOptions): readonly string[] {
  return Object.entries(options).flatMap(([name, value]: readonly [string, unknown]) => {
    const flag = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === true) return [flag];
    return [value].flat().flatMap((one) => [flag, String(one)]);
  });
}

const collected = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** The stand-in has no use for the credentials of a real org. */
function withoutSignIn(env: CliIo['env']): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(GENESYSCLOUD|WRAPSMITH_GATEWAY)_/.test(name)));
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most))
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    return value;
  };
}
