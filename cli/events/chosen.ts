import type { OutboxItem } from '#core/events/model.ts';
import { CliError } from '../io.ts';

export interface ChoiceOptions {
  /** All dead letters. */
  readonly dead?: true;
}

/** The items that a person named by their keys, or all dead letters. Throws `CliError` for a key that is not there. */
export function chosenItems(
  items: readonly OutboxItem[],
  keys: readonly string[],
  { dead }: ChoiceOptions,
): readonly OutboxItem[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const unknown = keys.find((key) => !byKey.has(key));
  if (unknown !== undefined)
    throw new CliError(`No event with the key "${unknown}" waits. "wrapsmith events list" shows those that do.`);
  return items.filter((item) => keys.includes(item.key) || (dead === true && item.dead));
}
