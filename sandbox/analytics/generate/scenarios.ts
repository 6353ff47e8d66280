/** What may happen, and how often. The shares are inferred. */
import type { Conversation } from '../model.ts';
import { callback } from './callback.ts';
import { campaignCall } from './dialer.ts';
import { email } from './email.ts';
import { inboundCall } from './inboundCall.ts';
import { internalMessage } from './internalMessage.ts';
import type { Scene } from './leg.ts';
import { manualCall } from './manualCall.ts';
import { chat, message } from './message.ts';

export interface Scenario {
  readonly share: number;
  readonly direction: Conversation['originatingDirection'];
  /** A value of the published `conversationInitiator`. */
  readonly initiator: string;
  readonly play: (scene: Scene) => void;
}

export const scenarios: readonly Scenario[] = [
  { share: 42, direction: 'inbound', initiator: 'customer', play: inboundCall },
  { share: 17, direction: 'inbound', initiator: 'customer', play: message },
  { share: 13, direction: 'inbound', initiator: 'customer', play: email },
  { share: 8, direction: 'inbound', initiator: 'customer', play: chat },
  { share: 7, direction: 'inbound', initiator: 'customer', play: callback },
  { share: 7, direction: 'outbound', initiator: 'dialer', play: campaignCall },
  { share: 5, direction: 'outbound', initiator: 'agent', play: manualCall },
  { share: 1, direction: 'outbound', initiator: 'user', play: internalMessage },
];

const total = scenarios.reduce((sum, { share }) => sum + share, 0);

/** `luck` is in [0, 1). */
export function scenarioFor(luck: number): Scenario {
  let left = luck * total;
  for (const scenario of scenarios) {
    left -= scenario.share;
    if (left < 0) return scenario;
  }
  throw new Error(`${luck} is not less than 1.`);
}
