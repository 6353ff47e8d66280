/** Takes events from the outbox to their addresses: each at least once, and in order for each subject. */
import type { Clock, Random } from '../ports.ts';
import { groupBy } from '../deploy/names.ts';
import { afterAttempt } from './attempt.ts';
import type { Outbox, OutboxItem, PostEvent } from './model.ts';
import { readSecrets, signed } from './sign.ts';

export interface DeliveryParts {
  readonly outbox: Outbox;
  readonly post: PostEvent;
  /** What events to this address are signed with. */
  readonly secretFor: (url: string) => Promise<string | undefined>;
  readonly clock: Clock;
  readonly random: Random;
  /** Ends the attempt in flight, which then does not count. */
  readonly signal?: AbortSignal;
  /** No attempt is begun at or after this instant, in ms since the epoch. */
  readonly until?: number;
}

export interface Round {
  readonly delivered: number;
  /** Items whose attempt in this round failed, as they are now. */
  readonly failed: readonly OutboxItem[];
  /** Why nothing was sent to an address. */
  readonly unsigned: readonly { readonly url: string; readonly why: string }[];
  /** When the next attempt is due, in ms since the epoch; absent where nothing waits that anybody may try. */
  readonly nextAt?: number;
}

/** At most so many at once to one address. */
const LANES = 4;

/**
 * One attempt for everything that is due. What failed, or is dead, holds back what comes after it for the same subject
 * at the same address, and nothing else: a receiver never hears of a later change before an earlier one. Rejects only
 * where the outbox does.
 */
export async function deliverDue(parts: DeliveryParts): Promise<Round> {
  const items = await parts.outbox.list();
  const rounds = [...groupBy(items, ({ url }) => url)].map(([url, own]) => deliverTo(url, own, parts));
  return allOf(rounds);
}

const NOTHING: Round = { delivered: 0, failed: [], unsigned: [] };

/** Where one rejects, the others are waited for all the same: nothing is under way when this has ended. */
async function allOf(rounds: readonly Promise<Round>[]): Promise<Round> {
  await Promise.allSettled(rounds);
  return (await Promise.all(rounds)).reduce(together, NOTHING);
}

function together(one: Round, other: Round): Round {
  const nextAt = Math.min(one.nextAt ?? Infinity, other.nextAt ?? Infinity);
  return {
    delivered: one.delivered + other.delivered,
    failed: [...one.failed, ...other.failed],
    unsigned: [...one.unsigned, ...other.unsigned],
    ...(nextAt === Infinity ? {} : { nextAt }),
  };
}

async function deliverTo(url: string, items: readonly OutboxItem[], parts: DeliveryParts): Promise<Round> {
  const secrets = readSecrets(await parts.secretFor(url));
  if (!secrets.ok) return { ...NOTHING, unsigned: [{ url, why: secrets.why }] };
  const attempt: Attempt = async (item) => {
    const { headers, body } = signed(item.event, secrets.keys, parts.clock.now());
    const { signal } = parts;
    const answer = await parts.post({ url, headers, body, ...(signal === undefined ? {} : { signal }) });
    // What was cut off by us says nothing of the receiver; the event may be told twice.
    if (!answer.answered && signal?.aborted === true) return item;
    return afterAttempt(item, answer, parts.clock.now(), parts.random);
  };
  const subjects = [...groupBy(items, ({ event }) => JSON.stringify([event.source, event.subject])).values()];
  const lanes = Array.from({ length: LANES }, async () => {
    let round = NOTHING;
    for (let subject = subjects.shift(); subject; subject = subjects.shift())
      round = together(round, await deliverInOrder(subject, attempt, parts));
    return round;
  });
  return allOf(lanes);
}

/** Undefined where the event was taken; the same item where the attempt does not count. */
type Attempt = (item: OutboxItem) => Promise<OutboxItem | undefined>;

async function deliverInOrder(
  items: readonly OutboxItem[],
  attempt: Attempt,
  { outbox, clock, signal, until = Infinity }: DeliveryParts,
): Promise<Round> {
  let delivered = 0;
  for (const item of items) {
    if (item.dead) return { ...NOTHING, delivered };
    const now = clock.now();
    if (item.nextAt > now || now >= until || signal?.aborted === true)
      return { ...NOTHING, delivered, nextAt: item.nextAt };
    const left = await attempt(item);
    if (left === item) return { ...NOTHING, delivered, nextAt: item.nextAt };
    if (left !== undefined) {
      await outbox.put(left);
      return { ...NOTHING, delivered, failed: [left], ...(left.dead ? {} : { nextAt: left.nextAt }) };
    }
    await outbox.remove(item.key);
    delivered++;
  }
  return { ...NOTHING, delivered };
}
