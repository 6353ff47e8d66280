/** Narrowing files to the parts that may have a name in them, without reading them. */
import type { Excerpt, Item, LiveText } from '../../text/live/index.ts';
import { nameKey } from './sameName.ts';

/**
 * Of each file its head and the items that may mention one of the texts, and a file that is not kept in items whole.
 * Case, spaces, Unicode form, quotes and escapes make no difference; in doubt an item is there.
 */
export function mentioning(files: readonly LiveText[], texts: readonly string[]): readonly Excerpt[] {
  const mayMention = mentionOf(texts);
  return files.map((file) => file.excerptOf(file.layout?.items.filter(mayMention) ?? []));
}

/** The same question for one item. Asked of ten thousand at each move of the cursor. */
export function mentionOf(texts: readonly string[]): (item: Item) => boolean {
  const patterns = [...new Set(texts.map(nameKey))].map(patternOf);
  const known = patterns.filter((pattern) => pattern !== undefined);
  return (item) => {
    if (item.text.length > tooLong) return true;
    for (const pattern of known) if (pattern.test(item.text)) return true;
    const script = scriptOf(item);
    return script === 'hidden' || (script === 'any' && known.length < patterns.length);
  };
}

/** Longer items are read: searching them for several parts could take longer. */
const tooLong = 4000;
/** So much of a name says enough. */
const enough = 300;

/**
 * What every spelling of a name has in this order: neither spaces, which may be others, nor quotes, nor letters beyond
 * ASCII, which may be written as one of ASCII and an accent. Undefined where nothing is left.
 */
function patternOf(whole: string): RegExp | undefined {
  const key = whole.slice(0, enough);
  const parts = [...key.matchAll(/[!#-&(-[\]-~]+/g)];
  const written = parts.map(({ 0: part, index }, at) => {
    const before = parts[at - 1];
    const gap = before === undefined ? '' : key.slice(before.index + before[0].length, index);
    return gapOf(gap) + part.replace(/[^a-z0-9]/g, '\\$&');
  });
  return written.length === 0 ? undefined : new RegExp(written.join(''), 'i');
}

function gapOf(gap: string): string {
  if (gap === '') return '';
  return /[^ -~]/.test(gap) ? '[^]*?' : '[^!#-&(-~]+';
}

/** `hidden`: escapes, characters that nobody sees, or letters beyond ASCII whose small form is in it. */
type Script = 'ascii' | 'any' | 'hidden';

const scripts = new WeakMap<Item, Script>();

function scriptOf(item: Item): Script {
  const found = scripts.get(item) ?? scriptIn(item.text);
  scripts.set(item, found);
  return found;
}

const hidden = /[\\\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFC\u0130\u212A]|(?!\s)\p{Cc}/u;

function scriptIn(text: string): Script {
  if (!/[^\t\n\r -[\]-~]/.test(text)) return 'ascii';
  return hidden.test(text) ? 'hidden' : 'any';
}
