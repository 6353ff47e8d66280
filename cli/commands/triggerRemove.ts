import { wrapupTriggers } from '#core/events/trigger.ts';
import { printable } from '../escape.ts';
import { isWanted, type TriggerOptions, withOrg } from '../events/trigger.ts';
import { CliError, type CliIo, EXIT } from '../io.ts';
import { withCommonOptions, withExample, withTargetOptions } from '../options.ts';
import type { RegisterCommand } from './command.ts';

export const registerTriggerRemove: RegisterCommand = (trigger, io, end) => {
  const command = trigger
    .command('remove')
    .description('take a trigger on wrap-ups away')
    .argument('<trigger>', 'its id or its name, as the list has them')
    .option('-y, --yes', 'do not ask')
    .action(async (which: string, options: TriggerOptions) => end(await remove(which, options, io)));
  withTargetOptions(withCommonOptions(command));
  withExample(command, 'wrapsmith events trigger remove Wrap-ups --env dev');
};

function remove(which: string, given: TriggerOptions, io: CliIo): Promise<number> {
  return withOrg(given, io, async (org) => {
    const found = (await wrapupTriggers(org.genesys, org.options)).filter(
      ({ id, name }) => id === which || name === which,
    );
    const [only, other] = found;
    if (only === undefined) throw new CliError(`The org has no trigger "${which}" on wrap-ups.`, EXIT.problems);
    if (other !== undefined)
      throw new CliError(`There is more than one: name it by its id, ${found.map(({ id }) => id).join(' or ')}.`);
    if (!(await isWanted(`Remove the trigger "${only.name}" (${only.id})`, org, given, io))) return EXIT.problems;
    await org.genesys.triggers.remove(only.id, org.options);
    if (given.quiet !== true) io.stderr.write(`${printable(`Removed "${only.name}".`)}\n`);
    return EXIT.done;
  });
}
