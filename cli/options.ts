import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import type { AskedKind } from '#core/deploy/index.ts';

/** What every command that reads files or an org takes. */
export interface CommonOptions {
  readonly quiet?: true;
  /** False with `--no-color`. */
  readonly color: boolean;
}

export interface TargetOptions {
  readonly env?: string;
  readonly sandbox?: string;
  /** Of the rate that the org allows: above 0, at most 1. */
  readonly rateShare?: number;
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
    .option('--sandbox <url>', 'a sandbox on this machine, as `wrapsmith sandbox` printed it')
    .addOption(
      new Option('--rate-share <percent>', 'how much of the allowed rate of requests to use; 80 if left out').argParser(
        parseShare,
      ),
    );
}

function parseShare(text: string): number {
  const percent = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (percent < 1 || percent > 100) throw new InvalidArgumentError('Give a whole number from 1 to 100.');
  return percent / 100;
}

/** Kinds of change that are pushed only by name. */
export interface AllowOption {
  readonly allow?: readonly AskedKind[];
}

const ALLOWED = new Map<string, AskedKind>([
  ['dissociate', 'dissociate'],
  ['delete', 'delete'],
  ['queue-settings', 'queueSettings'],
  ['outbound', 'outbound'],
]);

/** The word that `--allow` takes for a kind of change. */
export const allowWord = (kind: AskedKind): string => [...ALLOWED].find(([, known]) => known === kind)?.[0] ?? kind;

export function withAllow(command: Command): Command {
  const words = [...ALLOWED.keys()].join(', ');
  const option = new Option('--allow <kinds>', `also ${words}; with commas between them`);
  return command.addOption(option.argParser(parseAllowed));
}

/** May be given more than once. */
function parseAllowed(text: string, before: readonly AskedKind[] = []): readonly AskedKind[] {
  const kinds = text.split(',').map((word) => {
    const kind = ALLOWED.get(word.trim());
    if (kind !== undefined) return kind;
    throw new InvalidArgumentError(`"${word.trim()}" is none of ${[...ALLOWED.keys()].join(', ')}.`);
  });
  return [...new Set([...before, ...kinds])];
}

export function withFormat(command: Command, formats: readonly string[]): Command {
  return command.addOption(
    new Option('-f, --format <format>', 'how results are printed').choices(formats).default(formats[0]),
  );
}

export function withExample(command: Command, example: string): Command {
  return command.addHelpText('after', `\nExample:\n  $ ${example}\n`);
}
