/** Signatures as Standard Webhooks has them, so that a receiver can use any library that checks those. */
import { DateTime } from 'luxon';
import { Webhook } from 'standardwebhooks';
import type { ChangeEvent } from './model.ts';

/** Several while a receiver changes over from one to the next. */
export type Secrets =
  | { readonly ok: true; readonly keys: readonly Webhook[] }
  | { readonly ok: false; readonly why: string };

/** The specification's bounds for a key, in bytes. */
const SHORTEST_KEY = 24;
const LONGEST_KEY = 64;
const BASE_64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/;

/** `whsec_` and 24 to 64 bytes in base 64; several with spaces between them. What is wrong is said without the value. */
export function readSecrets(text: string | undefined): Secrets {
  const written = (text ?? '').split(/\s+/).filter((part) => part !== '');
  if (written.length === 0) return { ok: false, why: 'There is no secret to sign with, so nothing was sent.' };
  const bare = written.map((part) => part.replace(/^whsec_/, ''));
  if (!bare.every(isKey)) {
    const why = `The secret cannot be used: it is ${SHORTEST_KEY} to ${LONGEST_KEY} random bytes in base 64, as "openssl rand -base64 32" prints them. Nothing was sent.`;
    return { ok: false, why };
  }
  return { ok: true, keys: bare.map((key) => new Webhook(padded(key))) };
}

function isKey(text: string): boolean {
  const bytes = Math.floor((text.replace(/=+$/, '').length * 3) / 4);
  return BASE_64.test(text) && bytes >= SHORTEST_KEY && bytes <= LONGEST_KEY;
}

const padded = (text: string): string => {
  const bare = text.replace(/=+$/, '');
  return bare.padEnd(Math.ceil(bare.length / 4) * 4, '=');
};

/** Headers and body of one attempt. `now` is in ms since the epoch: a receiver refuses old signatures. */
export function signed(
  event: ChangeEvent,
  keys: readonly Webhook[],
  now: number,
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const body = JSON.stringify(event);
  const at = DateTime.fromMillis(now).toJSDate();
  return {
    headers: {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-id': event.id,
      'webhook-timestamp': String(Math.floor(now / 1000)),
      'webhook-signature': keys.map((key) => key.sign(event.id, at, body)).join(' '),
    },
    body,
  };
}
