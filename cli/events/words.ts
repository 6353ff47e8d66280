import type { Round } from '#core/events/deliver.ts';
import type { OutboxItem } from '#core/events/model.ts';
import { counted } from '#core/query/run/words.ts';
import { SECRET_VARIABLE } from './parts.ts';

/** What one go at sending came to, a sentence each. */
export function roundWords({ delivered, failed, unsigned }: Round): readonly string[] {
  return [
    ...(delivered === 0 ? [] : [`${counted(delivered, 'event')} delivered.`]),
    ...failed.map(failedWords),
    ...unsigned.map(({ url, why }) => `${shownUrl(url)}: ${why} Set ${SECRET_VARIABLE}.`),
  ];
}

function failedWords({ url, event, lastError = '', dead }: OutboxItem): string {
  const end = dead ? ' It is not tried again, until "wrapsmith events send --dead".' : '';
  return `The event about "${event.subject}" did not reach ${shownUrl(url)}: ${lastError}${end}`;
}

/** What is left, and how to get rid of it; empty where nothing is. */
export function leftWords(items: readonly OutboxItem[]): readonly string[] {
  const dead = items.filter((item) => item.dead).length;
  const waiting = items.length - dead;
  return [
    ...(waiting === 0
      ? []
      : [`${counted(waiting, 'event')} left to deliver: the next push tries again, or "wrapsmith events send".`]),
    ...(dead === 0 ? [] : [`${counted(dead, 'dead letter')}: see "wrapsmith events list".`]),
  ];
}

/** Without its query, in which some receivers want a key. */
export function shownUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
