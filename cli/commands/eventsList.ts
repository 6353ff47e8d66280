import type { OutboxItem } from '#core/events/model.ts';
import { folderOutbox } from '#host/outboxFolder.ts';
import { itemsTable } from '../events/table.ts';
import { type CliIo, EXIT } from '../io.ts';
import { type CommonOptions, withCommonOptions, withExample, withFormat } from '../options.ts';
import type { RegisterCommand } from './command.ts';

interface ListOptions extends CommonOptions {
  readonly format: keyof typeof FORMATS;
}

const FORMATS = {
  text: itemsTable,
  json: (items: readonly OutboxItem[]) => `${JSON.stringify(items, null, 2)}\n`,
};

export const registerEventsList: RegisterCommand = (events, io, end) => {
  const command = events
    .command('list')
    .description('events that wait to be delivered, and dead letters')
    .action(async (options: ListOptions) => end(await list(options, io)));
  withFormat(withCommonOptions(command), Object.keys(FORMATS));
  withExample(command, 'wrapsmith events list --format json');
};

async function list({ format, color, quiet }: ListOptions, io: CliIo): Promise<number> {
  const onNote = (sentence: string): void => io.stderr.write(`warning: ${sentence}\n`);
  const items = await folderOutbox({ folder: io.stateFolder, onNote }).list();
  io.stdout.write(FORMATS[format](items, color, io));
  if (items.length === 0 && quiet !== true) io.stderr.write('No event waits.\n');
  return EXIT.done;
}
