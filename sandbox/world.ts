/** What all routes share. */
import type { ConversationSource } from './analytics/model.ts';
import type { Clock } from './clock.ts';
import type { Org } from './org/model.ts';
import type { Switches } from './switches.ts';
import type { TokenStore } from './tokens.ts';

export interface World {
  readonly org: Org;
  readonly conversations: ConversationSource;
  readonly clock: Clock;
  readonly switches: Switches;
  readonly tokens: TokenStore;
  /** Requests a minute for one token. */
  readonly rate: number;
  /** The id of the next created entity. */
  newId(): string;
}
