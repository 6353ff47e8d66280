import { Argument, type Command, Option } from 'commander';

/** What every command that reads files or an org takes. */
export interface CommonOptions {
  readonly quiet?: true;
  /** False with `--no-color`. */
  readonly color: boolean;
}

export interface TargetOptions {
  readonly env?: string;
  readonly sandbox?: string;
}

export function withCommonOptions(command: Command): Command {
  return command
    .option('-q, --quiet', 'print results and errors only')
    .option('--no-color', 'no colours (NO_COLOR does the same)');
}

/** Files and folders; the working folder when none is named. */
export function withPaths(command: Command, name: string, description: string): Command {
  return command.addArgument(new Argument(`[${name}...]`, description).default(['.'], 'here'));
}

export function withTargetOptions(command: Command): Command {
  return command
    .addOption(new Option('--env <name>', 'environment of genesys.yaml').conflicts('sandbox'))
    .option('--sandbox <url>', 'a sandbox on this machine, as `wrapsmith sandbox` printed it');
}

export function withFormat(command: Command, formats: readonly string[]): Command {
  return command.addOption(
    new Option('-f, --format <format>', 'how results are printed').choices(formats).default(formats[0]),
  );
}

export function withExample(command: Command, example: string): Command {
  return command.addHelpText('after', `\nExample:\n  $ ${example}\n`);
}
