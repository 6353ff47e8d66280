/** What one attempt to tell an event comes to, and when the next one is due. */
import { DateTime } from 'luxon';
import type { Random } from '../ports.ts';
import type { OutboxItem, PostAnswer } from './model.ts';

/** Over fourteen hours, with the waits below. */
export const MOST_ATTEMPTS = 24;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 3_600_000;
/** A receiver may ask for a longer wait, within reason. */
const LONGEST_ASKED_MS = 24 * 3_600_000;
/** Waits differ by up to a fifth, so that not everything is tried at the same moment. */
const SPREAD = 0.2;
/** The status by which a receiver says that it never wants another event. */
const GONE = 410;

/** Undefined where the event was taken; else the item as it waits for its next attempt, or is dead. */
export function afterAttempt(
  item: OutboxItem,
  answer: PostAnswer,
  now: number,
  random: Random,
): OutboxItem | undefined {
  if (answer.answered && answer.status >= 200 && answer.status < 300) return undefined;
  const attempts = item.attempts + 1;
  const backoff = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));
  const wait = Math.round(backoff * (1 + SPREAD * (2 * random.next() - 1)));
  const asked = answer.answered ? askedWait(answer.retryAfter, now) : 0;
  return {
    ...item,
    attempts,
    nextAt: now + Math.max(wait, asked),
    lastError: wordsOf(answer),
    dead: attempts >= MOST_ATTEMPTS || (answer.answered && answer.status === GONE),
  };
}

/** `Retry-After` in ms from now, as seconds or as a date. */
function askedWait(retryAfter: string | undefined, now: number): number {
  const text = retryAfter?.trim() ?? '';
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : DateTime.fromHTTP(text).toMillis() - now;
  return Number.isFinite(ms) ? Math.min(LONGEST_ASKED_MS, Math.max(0, ms)) : 0;
}

function wordsOf(answer: PostAnswer): string {
  if (!answer.answered) return answer.message;
  const { status } = answer;
  if (status >= 300 && status < 400)
    return `It answered with a redirect (${status}), and none is followed. Write the address it leads to into genesys.yaml.`;
  if (status === GONE) return `It answered that it wants no more events (${status}).`;
  if (status === 401 || status === 403)
    return `It refused the event (${status}). Check that both sides have the same secret.`;
  return `It answered ${status}.`;
}
