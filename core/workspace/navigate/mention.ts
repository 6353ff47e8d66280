/** Narrowing files to the parts that may have a name in them, without reading them. */
import { normaliseName } from '../../contract/names.ts';
import type { Excerpt, Item, LiveText } from '../../text/live/index.ts';

/**
 * Of each file its head and the items that may mention one of the texts, and a file that is not kept in items whole.
 * Case, spaces, Unicode form, quotes and escapes make no difference; in doubt an item is there.
 */
export function mentioning(files: readonly LiveText[], texts: readonly string[]): readonly Excerpt[] {
  const mayMention = mentionOf(texts);
  return files.map((file) => file.excerptOf(file.layout?.items.filter(mayMention) ?? []));
}

/** The same question for one item. */
export function mentionOf(texts: readonly string[]): (item: Item) => boolean {
  const needles = texts.map(needleIn);
  return ({ text }) => {
    const lower = text.toLowerCase();
    return needles.some((needle) => needle !== '' && lower.includes(needle)) || isDoubtful(text, needles);
  };
}

/** The longest part that every spelling of a name has: no spaces, quotes or letters that have several forms. */
function needleIn(text: string): string {
  const parts = normaliseName(text).split(/[^!-~]|["'\\]/);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

/** Escapes, characters that nobody sees, and the letters beyond ASCII whose small form is in it. */
const hidden = /[\\\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFC\u0130\u212A]|(?!\s)\p{Cc}/u;

function isDoubtful(text: string, needles: readonly string[]): boolean {
  if (!/[^\t\n\r -[\]-~]/.test(text)) return false;
  return needles.includes('') || hidden.test(text);
}
