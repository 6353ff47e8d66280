import { wrapupTriggers } from '#core/events/trigger.ts';
import type { Trigger } from '#core/genesys/index.ts';
import { printable } from '../escape.ts';
import { type TriggerOptions, withOrg } from '../events/trigger.ts';
import { type CliIo, EXIT } from '../io.ts';
import { withCommonOptions, withExample, withFormat, withTargetOptions } from '../options.ts';
import type { RegisterCommand } from './command.ts';

interface ListOptions extends TriggerOptions {
  readonly format: keyof typeof FORMATS;
}

const FORMATS = {
  text: (triggers: readonly Trigger[]) => triggers.map(lineOf).join(''),
  json: (triggers: readonly Trigger[]) => `${JSON.stringify(triggers, null, 2)}\n`,
};

export const registerTriggerList: RegisterCommand = (trigger, io, end) => {
  const command = trigger
    .command('list')
    .description('the triggers on wrap-ups')
    .action(async (options: ListOptions) => end(await list(options, io)));
  withFormat(withTargetOptions(withCommonOptions(command)), Object.keys(FORMATS));
  withExample(command, 'wrapsmith events trigger list --env dev');
};

async function list(given: ListOptions, io: CliIo): Promise<number> {
  const triggers = await withOrg(given, io, ({ genesys, options }) => wrapupTriggers(genesys, options));
  io.stdout.write(FORMATS[given.format](triggers));
  if (triggers.length === 0 && given.quiet !== true) io.stderr.write('The org has no trigger on wrap-ups.\n');
  return EXIT.done;
}

function lineOf({ id, name, enabled, target }: Trigger): string {
  const state = enabled === false ? ' (switched off)' : '';
  return `${id}  ${printable(name)}${state} starts the workflow ${printable(target?.id ?? 'unknown')}\n`;
}
