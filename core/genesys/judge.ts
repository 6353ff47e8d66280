/** What an answer of the wire means. */
import { failureOf, unreadable } from './failure.ts';
import type { WireAnswer } from './http.ts';
import type { Attempt } from './patience.ts';
import type { ApiAnswer, Asked } from './request.ts';
import { retryAfterMs } from './retryAfter.ts';

/** A 2xx answer whose body is not JSON is a failure, since nobody can say what it confirms. */
export function judge(asked: Asked, answer: WireAnswer, now: number, secrets: readonly string[]): Attempt<ApiAnswer> {
  const data = answer.answered ? parse(answer.text) : undefined;
  const failure = failureOf(asked, answer, data?.value, secrets);
  if (failure !== undefined) {
    if (failure.kind !== 'rateLimited' || !answer.answered) return { ok: false, failure };
    return { ok: false, failure, retryAfterMs: retryAfterMs(answer.headers, now) };
  }
  const correlationId = answer.answered ? answer.headers['inin-correlation-id'] : undefined;
  if (data === undefined) {
    return { ok: false, failure: unreadable(asked, 'The answer was cut short or is not JSON.', correlationId) };
  }
  return { ok: true, value: correlationId === undefined ? { data: data.value } : { data: data.value, correlationId } };
}

/** Undefined for text that is not JSON; an empty body is a value too. */
function parse(text: string): { readonly value: unknown } | undefined {
  if (text.trim() === '') return { value: undefined };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
