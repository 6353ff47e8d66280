import { canSee } from '../access.ts';
import type { Client } from '../org/model.ts';
import type { Conversation } from './model.ts';

/** Whether the client reaches one of the conversation's divisions. What it does not reach is left out (inferred). */
export function canSeeConversation(client: Client, conversation: Conversation): boolean {
  const { divisionIds } = conversation;
  return divisionIds.length === 0 || divisionIds.some((id) => canSee(client, id));
}
