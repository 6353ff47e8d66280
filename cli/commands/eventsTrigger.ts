import { withExample } from '../options.ts';
import type { RegisterCommand } from './command.ts';
import { registerTriggerAdd } from './triggerAdd.ts';
import { registerTriggerList } from './triggerList.ts';
import { registerTriggerRemove } from './triggerRemove.ts';

export const registerEventsTrigger: RegisterCommand = (events, io, end) => {
  const command = events.command('trigger').description('workflows that the org starts for each wrap-up');
  withExample(command, 'wrapsmith events trigger list --env dev');
  registerTriggerList(command, io, end);
  registerTriggerAdd(command, io, end);
  registerTriggerRemove(command, io, end);
};
