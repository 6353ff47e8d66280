import { expect, test } from 'vitest';
import { nothingWasSent, transportWords } from '#core/genesys/transportError.ts';

const failed = (code: string, syscall?: string): Error =>
  Object.assign(new Error('with a secret in it'), { code, ...(syscall === undefined ? {} : { syscall }) });

test.each([
  [failed('ECONNREFUSED'), true],
  [failed('ENOTFOUND', 'getaddrinfo'), true],
  [failed('ETIMEDOUT', 'connect'), true],
  [failed('CERT_HAS_EXPIRED'), true],
  [failed('DEPTH_ZERO_SELF_SIGNED_CERT'), true],
  [failed('ECONNRESET'), false],
  [failed('ECONNRESET', 'read'), false],
  [failed('EPIPE', 'write'), false],
  [failed('ETIMEDOUT'), false],
  [failed('EPROTO'), false],
  [failed('ERR_BAD_RESPONSE'), false],
  [new Error('no code'), false],
  ['not an error', false],
])('nothing was sent: %o %s', (error, expected) => {
  expect(nothingWasSent(error)).toBe(expected);
});

test('a cause decides as well, and a cycle of causes ends', () => {
  const outer = Object.assign(new Error('outer'), { cause: failed('ENETUNREACH') });
  expect(nothingWasSent(outer)).toBe(true);
  const loop: Error & { cause?: unknown } = new Error('loop');
  loop.cause = loop;
  expect(nothingWasSent(loop)).toBe(false);
});

test('only the code is shown, never the text of the error', () => {
  expect(transportWords(failed('ECONNRESET'))).toBe('the connection was cut (ECONNRESET)');
  expect(transportWords(failed('CERT_HAS_EXPIRED'))).toContain('certificate');
  expect(transportWords(failed('EWHAT'))).toBe('the connection failed (EWHAT)');
  expect(transportWords(undefined)).toBe('the connection failed');
});
