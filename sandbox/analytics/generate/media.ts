/** What all sessions of one contact have in common. */
import type { SessionFacts } from './draft.ts';
import type { Leg, Scene } from './leg.ts';
import { phoneNumber } from './customer.ts';

const ourNumber = 'tel:+31205550100';

export interface Media {
  readonly facts: SessionFacts;
  /** The key of the queue's `mediaSettings`. */
  readonly settings: 'call' | 'callback' | 'chat' | 'email' | 'message';
}

/** The same contact, seen from the others' side: their peer is the customer's session. */
export function facing(media: Media, customer: Leg): Media {
  return { ...media, facts: { ...media.facts, peerId: customer.session.id } };
}

export function callMedia({ draw }: Scene, direction: 'inbound' | 'outbound'): Media {
  const customer = `tel:${phoneNumber(draw)}`;
  const [ani, dnis] = direction === 'inbound' ? [customer, ourNumber] : [ourNumber, customer];
  return {
    settings: 'call',
    facts: {
      mediaType: 'voice',
      direction,
      ani,
      dnis,
      sessionDnis: dnis,
      provider: 'Edge',
      ...(draw.chance(0.8) ? { remote: customer.slice('tel:'.length) } : {}),
      ...(draw.chance(0.5) ? { recording: true } : {}),
    },
  };
}
