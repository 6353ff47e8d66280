import { InvalidArgumentError } from 'commander';
import { deliverDue, type DeliveryParts, type Round } from '#core/events/deliver.ts';
import { keepDelivering } from '#core/events/keepDelivering.ts';
import type { OutboxItem } from '#core/events/model.ts';
import { deliveryLock } from '#host/eventDelivery.ts';
import { underLock } from '#host/underLock.ts';
import { type ChoiceOptions, chosenItems } from '../events/chosen.ts';
import { deliveryParts } from '../events/parts.ts';
import { leftWords, roundWords } from '../events/words.ts';
import { printable } from '../escape.ts';
import { type CliIo, EXIT } from '../io.ts';
import { type CommonOptions, withCommonOptions, withExample } from '../options.ts';
import type { RegisterCommand } from './command.ts';

interface SendOptions extends CommonOptions, ChoiceOptions {
  /** Seconds. */
  readonly wait: number;
}

export const registerEventsSend: RegisterCommand = (events, io, end) => {
  const command = events
    .command('send')
    .description('try now to deliver the events that wait')
    .argument('[keys...]', 'dead letters to try again, as the list names them')
    .option('--dead', 'try all dead letters again')
    .option('--wait <seconds>', 'go on trying for so long', seconds, 0)
    .action(async (keys: readonly string[], options: SendOptions) => end(await send(keys, options, io)));
  withCommonOptions(command);
  withExample(command, 'wrapsmith events send --wait 600');
};

function seconds(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a number of seconds.');
}

async function send(keys: readonly string[], options: SendOptions, io: CliIo): Promise<number> {
  const say = (sentence: string): void => io.stderr.write(`${printable(sentence)}\n`);
  const parts = deliveryParts(io, say);
  const { outbox, clock } = parts;
  const round = await underLock(deliveryLock(io.stateFolder, clock), async () => {
    const items = await outbox.list();
    const again = new Set(chosenItems(items, keys, options));
    for (const item of items) if (again.has(item) || !item.dead) await outbox.put(dueNow(item, clock.now()));
    return delivering(parts, options.wait * 1000);
  });
  const left = await outbox.list();
  roundWords(options.quiet === true ? { ...round, delivered: 0 } : round).forEach(say);
  leftWords(left).forEach(say);
  if (options.quiet !== true && left.length === 0 && round.delivered === 0) say('No event waits.');
  if (io.signal.aborted) return EXIT.interrupted;
  return left.length === 0 ? EXIT.done : EXIT.problems;
}

/** A dead letter lives again with all its attempts; one that waits does so no longer. */
const dueNow = (item: OutboxItem, now: number): OutboxItem => ({
  ...item,
  attempts: item.dead ? 0 : item.attempts,
  nextAt: Math.min(item.nextAt, now),
  dead: false,
});

/** One attempt for each, however long it takes; then as many as there is time for. */
async function delivering(parts: DeliveryParts, waitMs: number): Promise<Round> {
  const until = parts.clock.now() + waitMs;
  const first = await deliverDue(parts);
  if (waitMs === 0) return first;
  const last = await keepDelivering({ ...parts, until });
  return { ...last, delivered: first.delivered + last.delivered };
}
