/** Answers a request that a test gave a fault. */
import type { Answer } from './exchange.ts';
import { type Fault, faultAnswer, htmlPage, momentOf } from './faults.ts';
import { cut, sendAndCut, sendAnswer, sendHtml, sendTruncated, type Wire } from './respond.ts';

/** `carryOut` does the request's work and is called once or never; `revoke` ends the request's token. */
export async function sendFaulty(wire: Wire, fault: Fault, carryOut: () => Answer, revoke: () => void): Promise<void> {
  if (fault.kind === 'revoked') revoke();
  if (fault.kind === 'held' && fault.when === 'before') await fault.until;
  const isCarriedOut = momentOf(fault) === 'after' || fault.kind === 'revoked' || fault.kind === 'held';
  const truth: Answer = isCarriedOut ? carryOut() : { status: 200 };
  switch (fault.kind) {
    case 'cut':
      return cut(wire);
    case 'cutBody':
      return sendAndCut(wire, truth);
    case 'truncated':
      return sendTruncated(wire, truth);
    case 'html':
      return sendHtml(wire, fault.status, htmlPage);
    case 'unanswered':
      return undefined;
    case 'held':
      await fault.until;
      return sendAnswer(wire, truth);
    default:
      return sendAnswer(wire, faultAnswer(fault, wire.correlationId) ?? truth);
  }
}
