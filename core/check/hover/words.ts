/** Words that several hovers share. */
import { quoted } from '../markdown.ts';

/** `1 code`, `1,204 codes`: with a comma between thousands, in every place and time zone the same. */
export function counted(count: number, word: string): string {
  return `${digits(count)} ${word}${count === 1 ? '' : 's'}`;
}

/** `412 of 1,000 codes`; without a limit `412 codes`. */
export function countedOf(count: number, limit: number | undefined, word: string): string {
  return limit === undefined ? counted(count, word) : `${digits(count)} of ${counted(limit, word)}`;
}

function digits(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Texts of a file as a list in a sentence; a long one is cut. */
export function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, 20).map(quoted).join(', ');
  return texts.length > 20 ? `${shown} and ${texts.length - 20} more` : shown;
}

/** `In 2 days.`; undefined where there is no moment. Both in milliseconds since the epoch. */
export function fromNow(moment: number | undefined, now: number): string | undefined {
  if (moment === undefined) return undefined;
  const days = Math.round(Math.abs(moment - now) / 86_400_000);
  const distance = days === 0 ? 'less than a day' : days === 1 ? '1 day' : `${days} days`;
  return moment < now ? `${capital(distance)} ago.` : `In ${distance}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
