import type { JsonObject } from '../json.ts';
import type { Conversation } from './model.ts';

/** A conversation as JSON. It has the published names already, so it goes out as it is. */
export function renderConversation(conversation: Conversation): JsonObject {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- plain data; interfaces lack the index signature
  return conversation as unknown as JsonObject;
}
