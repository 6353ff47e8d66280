/** An org that is ahead of the published models: fields that nobody knows, which a PUT must not lose. */
import { isJsonObject, type JsonObject } from '../json.ts';
import type { Org } from './model.ts';

const newer: JsonObject = { sandboxNewerField: { mode: 'KEEP', levels: [3, 1, 2], note: null } };

/** Gives all queues and the outbound mappings a field that the published models do not have, and `acwSettings` one within. */
export function addNewerFields(org: Org): void {
  for (const queue of org.queues.values()) {
    const present = queue.settings['acwSettings'];
    const acwSettings = { ...(isJsonObject(present) ? present : {}), sandboxNewerFlag: true };
    org.queues.set(queue.id, { ...queue, settings: { ...queue.settings, ...newer, acwSettings } });
  }
  org.outbound.current = { ...org.outbound.current, others: newer };
}
