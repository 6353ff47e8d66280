/** Names as people mean them: what counts as the same name, and what can be shown. */

/**
 * The form in which names are compared: outer spaces gone, every run of spaces (no-break ones too) one space, invisible
 * characters gone, one case, one Unicode form. Whether the org tells names apart by case alone is not published, so two
 * names with one normal form are shown to people and never guessed apart. For comparing only: never written to a file.
 */
export function normaliseName(name: string): string {
  // Nobody means a name that long, and it is refused for its length.
  if (name.length > LONGEST) return name;
  // Most names are plain words.
  if (plain.test(name)) return name.toLowerCase();
  const known = asked.get(name);
  if (known !== undefined) return known;
  const normal = normalised(name);
  if (asked.size >= REMEMBERED) asked.clear();
  if (name.length < 100) asked.set(name, normal);
  return normal;
}

/** Several rules ask for the same name one after the other, and queues are named again and again. */
const asked = new Map<string, string>();
const REMEMBERED = 200;

function normalised(name: string): string {
  // NFC and not NFKC: ², ½ and full-width letters are other characters to the org, and look different to people.
  return name
    .replace(/\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFC]|(?![\s\u0085])\p{Cc}/gu, '')
    .replace(/[\s\u0085\u2800]+/gu, ' ')
    .trim()
    .toLowerCase()
    .normalize('NFC');
}

/** In UTF-16 units; far above what any naming policy allows. */
const LONGEST = 10_000;

const plain = /^[!-~]+(?: [!-~]+)*$/;

/** True for text that can be shown as it is: no control, private or unassigned character, no half of one, no line break. */
export function isPrintable(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u.test(text);
}

/** The length people count: code points, so an emoji of two UTF-16 units is one. */
export function lengthOf(text: string): number {
  return countUpTo(text, Infinity).count;
}

/** The UTF-16 offset behind the first `count` characters, or the end. */
export function offsetAfter(text: string, count: number): number {
  return countUpTo(text, count).at;
}

function countUpTo(text: string, limit: number): { readonly count: number; readonly at: number } {
  let [count, at] = [0, 0];
  for (; at < text.length && count < limit; count++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return { count, at };
}
