import { canSee } from '../access.ts';
import type { Rights } from '../tokens.ts';
import type { Conversation } from './model.ts';

/** Whether the caller reaches one of the conversation's divisions. What it does not reach is left out (inferred). */
export function canSeeConversation(caller: Rights, conversation: Conversation): boolean {
  const { divisionIds } = conversation;
  return divisionIds.length === 0 || divisionIds.some((id) => canSee(caller, id));
}
