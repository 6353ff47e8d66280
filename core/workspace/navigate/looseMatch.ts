/** Finding a name by some of its letters. */

/**
 * How far `text` is from what was typed, in lower case and without spaces; undefined where its characters do not all come
 * in this order. The whole name is nearest, then its beginning, the beginning of a word, a part, and scattered letters.
 */
export function looseness(text: string, wanted: string): number | undefined {
  if (wanted === '') return 0;
  const lower = text.toLowerCase();
  const joined = lower.replace(/\s+/gu, '');
  const at = joined.indexOf(wanted);
  const length = Math.min(joined.length, 999) / 1000;
  if (joined === wanted) return 0;
  if (at === 0) return 1 + length;
  if (at > 0) return (words(lower).some((word) => word.startsWith(wanted)) ? 2 : 3) + length;
  const gaps = gapsIn(joined, wanted);
  return gaps === undefined ? undefined : 4 + gaps + length;
}

function words(lower: string): readonly string[] {
  return lower.split(/[^\p{L}\p{N}]+/u);
}

/** How often the letters of `wanted` are not next to each other in `text`. */
function gapsIn(text: string, wanted: string): number | undefined {
  let gaps = 0;
  let last = -1;
  for (const character of wanted) {
    const at = text.indexOf(character, last + 1);
    if (at === -1) return undefined;
    if (at !== last + 1) gaps++;
    last = at + character.length - 1;
  }
  return gaps;
}
