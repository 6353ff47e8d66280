import { plain } from '#core/deploy/format/escape.ts';

/** One line of text that is safe to print: a name cannot move the cursor, change colours or read backwards. */
export const printable = plain;

/** The same for text of several lines: line feeds stay. */
export function printableLines(text: string): string {
  return text.split('\n').map(plain).join('\n');
}
