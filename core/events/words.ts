/** Sentences about events that every host says. */
import type { OutboxItem } from './model.ts';

export const failedWords = ({ url, event, lastError = '' }: OutboxItem): string =>
  `The event about "${event.subject}" did not reach ${shownUrl(url)}: ${lastError}`;

/** Without its query, in which some receivers want a key. */
export function shownUrl(url: string): string {
  if (!URL.canParse(url)) return 'an address that is none';
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
