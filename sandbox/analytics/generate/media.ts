/** What all sessions of one contact have in common. */
import type { SessionFacts } from './draft.ts';

export interface Media {
  readonly facts: SessionFacts;
  /** The key of the queue's `mediaSettings`. */
  readonly settings: 'call' | 'callback' | 'chat' | 'email' | 'message';
}
