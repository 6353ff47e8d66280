import { deliverDue, type DeliveryParts, type Round } from './deliver.ts';

/**
 * Rounds, and waits between them, until nothing waits that anybody may try, or until `until`. Gives the last round, with
 * all that was delivered. An abort ends the waiting; it does not reject.
 */
export async function keepDelivering(parts: DeliveryParts): Promise<Round> {
  const { clock, signal, until = Infinity } = parts;
  let delivered = 0;
  for (;;) {
    const round = await deliverDue(parts);
    delivered += round.delivered;
    const ended = { ...round, delivered };
    const isOver = round.nextAt === undefined || Math.max(round.nextAt, clock.now()) >= until;
    if (isOver || signal?.aborted === true) return ended;
    try {
      await clock.sleep(Math.max(SHORTEST_PAUSE_MS, (round.nextAt ?? 0) - clock.now()), signal);
    } catch {
      return ended;
    }
  }
}

/** Attempts that were not begun are due at once; this keeps them from being asked for without a pause. */
const SHORTEST_PAUSE_MS = 1000;
