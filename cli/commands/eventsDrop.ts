import { counted } from '#core/query/run/words.ts';
import { deliveryLock } from '#host/eventDelivery.ts';
import { folderOutbox } from '#host/outboxFolder.ts';
import { underLock } from '#host/underLock.ts';
import { type ChoiceOptions, chosenItems } from '../events/chosen.ts';
import { CliError, type CliIo, EXIT } from '../io.ts';
import { type CommonOptions, withCommonOptions, withExample } from '../options.ts';
import type { RegisterCommand } from './command.ts';

type DropOptions = CommonOptions & ChoiceOptions;

export const registerEventsDrop: RegisterCommand = (events, io, end) => {
  const command = events
    .command('drop')
    .description('forget events, so that nobody is told of those changes')
    .argument('[keys...]', 'which, as the list names them')
    .option('--dead', 'all dead letters')
    .action(async (keys: readonly string[], options: DropOptions) => end(await drop(keys, options, io)));
  withCommonOptions(command);
  withExample(command, 'wrapsmith events drop --dead');
};

async function drop(keys: readonly string[], options: DropOptions, io: CliIo): Promise<number> {
  if (keys.length === 0 && options.dead !== true) throw new CliError('Name the events to forget, or give --dead.');
  const onNote = (sentence: string): void => io.stderr.write(`warning: ${sentence}\n`);
  const outbox = folderOutbox({ folder: io.stateFolder, onNote });
  const dropped = await underLock(deliveryLock(io.stateFolder, io.clock), async () => {
    const chosen = chosenItems(await outbox.list(), keys, options);
    for (const { key } of chosen) await outbox.remove(key);
    return chosen.length;
  });
  if (options.quiet !== true) io.stderr.write(`${counted(dropped, 'event')} dropped.\n`);
  return EXIT.done;
}
