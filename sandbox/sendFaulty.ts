/** Answers a request that a test gave a fault. */
import { type Clock, pause } from './clock.ts';
import type { Answer } from './exchange.ts';
import { type Fault, faultAnswer, htmlPage, momentOf } from './faults.ts';
import { cut, reset, sendAndCut, sendAnswer, sendHtml, sendTruncated, type Wire } from './respond.ts';

/** What a fault may do to its request. */
export interface Hands {
  readonly clock: Clock;
  /** Does the request's work; called once or never. */
  carryOut(): Promise<Answer>;
  /** The same, with reads that lag behind by so many seconds. */
  carryOutLagging(seconds: number): Promise<Answer>;
  /** Ends the request's token. */
  expireToken(): void;
  /** Ends the request's sign-in. */
  revokeToken(): void;
}

/** Faults that strike before the request is carried out and leave the rest as it is. */
const carriedOut: ReadonlySet<Fault['kind']> = new Set(['held', 'latency', 'expired', 'revoked', 'lagging', 'edited']);

export async function sendFaulty(wire: Wire, fault: Fault, hands: Hands): Promise<void> {
  if (momentOf(fault) === 'before' && (await strike(fault, hands)) === 'drop') return cut(wire);
  const truth = await truthOf(fault, hands);
  if (momentOf(fault) === 'after' && (await strike(fault, hands)) === 'drop') return cut(wire);
  switch (fault.kind) {
    case 'cut':
      return cut(wire);
    case 'reset':
      return reset(wire);
    case 'cutBody':
      return sendAndCut(wire, truth);
    case 'truncated':
      return sendTruncated(wire, truth);
    case 'html':
      return sendHtml(wire, fault.status, htmlPage);
    case 'unanswered':
      return undefined;
    default:
      return sendAnswer(wire, faultAnswer(fault, wire.correlationId, hands.clock.now()) ?? truth);
  }
}

function truthOf(fault: Fault, hands: Hands): Promise<Answer> {
  if (fault.kind === 'lagging') return hands.carryOutLagging(fault.seconds);
  if (momentOf(fault) === 'after' || carriedOut.has(fault.kind)) return hands.carryOut();
  return Promise.resolve({ status: 200 });
}

/** What a fault does or waits for at its moment. */
async function strike(fault: Fault, hands: Hands): Promise<'drop' | void> {
  switch (fault.kind) {
    case 'revoked':
      return hands.revokeToken();
    case 'expired':
      return hands.expireToken();
    case 'edited':
      return fault.edit();
    case 'latency':
      return pause(hands.clock, fault.ms);
    case 'held':
      if ((await fault.until) === 'drop') return 'drop';
      return undefined;
    default:
      return undefined;
  }
}
