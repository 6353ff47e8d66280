import { withExample } from '../options.ts';
import type { RegisterCommand } from './command.ts';
import { registerEventsDrop } from './eventsDrop.ts';
import { registerEventsList } from './eventsList.ts';
import { registerEventsSend } from './eventsSend.ts';
import { registerEventsTrigger } from './eventsTrigger.ts';

export const registerEvents: RegisterCommand = (program, io, end) => {
  const command = program.command('events').description('events of pushes that wait, and triggers of the org');
  withExample(command, 'wrapsmith events list');
  registerEventsList(command, io, end);
  registerEventsSend(command, io, end);
  registerEventsDrop(command, io, end);
  registerEventsTrigger(command, io, end);
};
