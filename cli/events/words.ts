import type { Round } from '#core/events/deliver.ts';
import type { OutboxItem } from '#core/events/model.ts';
import { failedWords, shownUrl } from '#core/events/words.ts';
import { counted } from '#core/query/run/words.ts';
import { SECRET_VARIABLE } from './parts.ts';

/** What one go at sending came to, a sentence each. */
export function roundWords({ delivered, failed, unsigned }: Round): readonly string[] {
  return [
    ...(delivered === 0 ? [] : [`${counted(delivered, 'event')} delivered.`]),
    ...failed.map(triedWords),
    ...unsigned.map(({ url, why }) => `${shownUrl(url)}: ${why} Set ${SECRET_VARIABLE}.`),
  ];
}

const triedWords = (item: OutboxItem): string =>
  `${failedWords(item)}${item.dead ? ' It is not tried again, until "wrapsmith events send --dead".' : ''}`;

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
