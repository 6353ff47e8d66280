import { InvalidArgumentError } from 'commander';
import { addTrigger, type WantedTrigger, wrapupTriggers } from '#core/events/trigger.ts';
import { printable } from '../escape.ts';
import { isWanted, type TriggerOptions, withOrg } from '../events/trigger.ts';
import { type CliIo, EXIT } from '../io.ts';
import { withCommonOptions, withExample, withTargetOptions } from '../options.ts';
import type { RegisterCommand } from './command.ts';

interface AddOptions extends TriggerOptions {
  readonly name: string;
  /** Seconds. */
  readonly delay?: number;
}

export const registerTriggerAdd: RegisterCommand = (trigger, io, end) => {
  const command = trigger
    .command('add')
    .description('have a workflow started for each wrap-up')
    .argument('<workflow>', 'the id of a published workflow', idArgument)
    .option('--name <name>', 'what the trigger is called', 'Wrap-ups')
    .option('--delay <seconds>', 'start it so long after the wrap-up, 60 to 900', delaySeconds)
    .option('-y, --yes', 'do not ask')
    .action(async (workflow: string, options: AddOptions) => end(await add(workflow, options, io)));
  withTargetOptions(withCommonOptions(command));
  withExample(command, 'wrapsmith events trigger add 6f1f0c52-7d3b-4c1e-9a57-2f8d3e5b1a90 --env dev');
};

function idArgument(text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text;
  throw new InvalidArgumentError("Give the workflow's id, as Architect has it in the address of its page.");
}

function delaySeconds(text: string): number {
  const seconds = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (seconds >= 60 && seconds <= 900) return seconds;
  throw new InvalidArgumentError('Give 60 to 900 seconds.');
}

function add(workflowId: string, given: AddOptions, io: CliIo): Promise<number> {
  const { name, delay, quiet } = given;
  const wanted: WantedTrigger = { name, workflowId, ...(delay !== undefined && { delaySeconds: delay }) };
  const say = (sentence: string): void => {
    if (quiet !== true) io.stderr.write(`${printable(sentence)}\n`);
  };
  return withOrg(given, io, async (org) => {
    const before = (await wrapupTriggers(org.genesys, org.options)).find(({ target }) => target?.id === workflowId);
    if (before !== undefined) {
      say(`The trigger "${before.name}" starts this workflow already. Nothing was done.`);
      return EXIT.done;
    }
    if (
      !(await isWanted(`Register the trigger "${name}", which starts ${workflowId} for each wrap-up,`, org, given, io))
    )
      return EXIT.problems;
    const { id } = await addTrigger(org.genesys, wanted, io.clock, org.options);
    say(`Registered. Its id is ${id}`);
    return EXIT.done;
  });
}
