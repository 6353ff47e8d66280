import { Command, CommanderError } from 'commander';
import { version } from '../package.json';
import { registerAudit } from './commands/audit.ts';
import { registerCompare } from './commands/compare.ts';
import { registerConvert } from './commands/convert.ts';
import { registerDrift } from './commands/drift.ts';
import { registerEvents } from './commands/events.ts';
import { registerLsp } from './commands/lsp.ts';
import { registerPlan } from './commands/plan.ts';
import { registerPull } from './commands/pull.ts';
import { registerPush } from './commands/push.ts';
import { registerQuery } from './commands/query.ts';
import { registerSandbox } from './commands/sandbox.ts';
import { registerUndo } from './commands/undo.ts';
import { registerValidate } from './commands/validate.ts';
import { printableLines } from './escape.ts';
import { CliError, type CliIo, EXIT } from './io.ts';

const COMMANDS = [
  registerValidate,
  registerPlan,
  registerPush,
  registerUndo,
  registerPull,
  registerDrift,
  registerCompare,
  registerQuery,
  registerConvert,
  registerSandbox,
  registerAudit,
  registerEvents,
  registerLsp,
];

/** Runs one command line (without the program's own name) and gives its exit code. Never throws, never exits. */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  let exitCode: number = EXIT.done;
  const program = createCli(io, (code) => {
    exitCode = code;
  });
  try {
    refuseUnknownHelp(argv, program);
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has printed its own message by now.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (io.signal.aborted) {
      io.stderr.write('Interrupted.\n');
      return EXIT.interrupted;
    }
    const message = error instanceof Error ? error.message : String(error);
    io.stderr.write(`error: ${printableLines(message)}\n`);
    return error instanceof CliError ? error.exitCode : EXIT.problems;
  }
}

/** The program with all its commands; each hands its exit code to `end`. */
export function createCli(io: CliIo, end: (exitCode: number) => void): Command {
  const program = createProgram(io);
  for (const register of COMMANDS) register(program, io, end);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

/** Commander shows the general help for a command that does not exist, without a word about it. */
function refuseUnknownHelp([first, name]: readonly string[], program: Command): void {
  if (first !== 'help' || name === undefined || name.startsWith('-')) return;
  const isKnown = name === 'help' || program.commands.some((command) => command.name() === name);
  if (!isKnown) program.error(`error: unknown command '${name}'`);
}

function createProgram(io: CliIo): Command {
  return new Command('wrapsmith')
    .description('Wrap-up codes and analytics queries for Genesys Cloud as files: check, plan, push and run.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .showHelpAfterError('(add --help for the options and an example)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(printableLines(text)),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText(
      'after',
      `
Sign-in, from the environment only:
  GENESYSCLOUD_REGION                domain (mypurecloud.ie) or AWS name (eu-west-1)
  GENESYSCLOUD_OAUTHCLIENT_ID        with GENESYSCLOUD_OAUTHCLIENT_SECRET: client credentials;
                                     without it, on a terminal: sign-in with a browser (PKCE)
  GENESYSCLOUD_ACCESS_TOKEN          a token instead of client credentials
  WRAPSMITH_GATEWAY_URL              with WRAPSMITH_GATEWAY_KEY: a JWT at an identity gateway
  WRAPSMITH_REDIRECT_PORT            where the browser comes back to; any free port otherwise

Behind a proxy: HTTPS_PROXY and NO_PROXY. Events are signed with WRAPSMITH_EVENTS_SECRET.

Exit codes:
  0 done   1 problems found, or work failed or is unknown   2 changes pending (plan --detailed-exitcode)
  3 usage, configuration or sign-in   130 interrupted

Example:
  $ wrapsmith validate && wrapsmith plan --env dev
`,
    );
}
