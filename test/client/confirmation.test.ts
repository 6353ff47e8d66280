import { expect, test } from 'vitest';
import { confirmationKind } from '#client/deploy/confirmationKind.ts';

test('a push asks with a dialog', () => {
  expect(confirmationKind('a', false, undefined)).toBe('dialog');
});

test('the fingerprint of this very plan stands for the yes, that of another refuses', () => {
  expect(confirmationKind('a', false, 'a')).toBe('given');
  expect(confirmationKind('a', false, 'b')).toBe('refused');
  expect(confirmationKind('a', false, '')).toBe('refused');
});

test('a protected environment is always typed, whatever was given', () => {
  expect(confirmationKind('a', true, undefined)).toBe('typed');
  expect(confirmationKind('a', true, 'a')).toBe('typed');
  expect(confirmationKind('a', true, 'b')).toBe('refused');
});
