import { shortened } from '#core/text/shortened.ts';

/** In UTF-16 units: no outline and no list of symbols shows more. */
const longest = 300;

/** A name as outlines and lists of symbols show it. */
export function symbolText(name: string): string {
  return shortened(name, longest);
}
