/** The `format`s of our schemas. The generated validators carry this file inside; checks elsewhere use the same functions. */
import { parseInstant } from './instant.ts';

/** An id as the org writes it: 8-4-4-4-12 hexadecimal digits. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** A regular expression in its Unicode form, which is how policies are applied. Nothing where it is not one. */
export function parsePattern(text: string): RegExp | undefined {
  try {
    return new RegExp(text, 'u');
  } catch {
    return undefined;
  }
}

export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': (text) => parseInstant(text) !== undefined,
  uuid: isUuid,
  regex: (text) => parsePattern(text) !== undefined,
};
