/** Characters that nobody sees. They come along when text is pasted, and make two names that look the same. */

/** A character that is there and cannot be seen, or looks like a plain space. `index` counts UTF-16 units, as positions do. */
export interface InvisibleCharacter {
  readonly index: number;
  readonly length: number;
  /** For example `U+200B`. */
  readonly codePoint: string;
  /** For example `zero width space`. */
  readonly name: string;
  /** What was meant: a plain space for something that takes room, otherwise nothing. */
  readonly replacement: '' | ' ';
}

const suspicious = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFC\u2800]|[^\P{Zs} ]/gu;
const spaceLike = /^[\p{Zs}\p{Zl}\p{Zp}\t\n\v\f\r\u0085\u2800]$/u;

/**
 * Every invisible or space-like character of a text, in order. Left out are those that a script or an emoji needs:
 * joiners between Arabic or Indic letters, variation selectors, the parts of a family or flag.
 */
export function invisibleCharacters(text: string): readonly InvisibleCharacter[] {
  if (isAscii(text)) return [];
  return [...text.matchAll(suspicious)]
    .filter((match) => !isNeeded(match[0], text, match.index))
    .map((match) => ({
      index: match.index,
      length: match[0].length,
      codePoint: codePoint(match[0]),
      name: nameOf(match[0]),
      replacement: spaceLike.test(match[0]) ? ' ' : '',
    }));
}

/** True for characters that everybody sees, which is nearly all there are. */
export function isAscii(text: string): boolean {
  return !/[^ -~]/.test(text);
}

/** Scripts whose letters never join: a joiner between them does nothing but hide. */
const unjoined =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hira}\p{Script=Kana}\p{Script=Hang}]/u;

/** A few characters on each side decide; a flag has up to six tags behind it. */
const near = 16;

function isNeeded(character: string, text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - near), index);
  const after = text.slice(index + character.length, index + character.length + near);
  if (/[\u200C\u200D]/.test(character)) {
    const left = /[\p{L}\p{M}]$/u.exec(before)?.[0];
    const right = /^[\p{L}\p{M}]/u.exec(after)?.[0];
    if (left && right) return !unjoined.test(left) && !unjoined.test(right);
    return (
      character === '\u200D' &&
      /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u.test(before) &&
      /^\p{Extended_Pictographic}/u.test(after)
    );
  }
  if (/[\uFE00-\uFE0F]/.test(character)) {
    return (
      /[\p{Extended_Pictographic}\p{Lo}]$/u.test(before) || (/[0-9#*]$/.test(before) && after.startsWith('\u20E3'))
    );
  }
  if (/[\u{E0020}-\u{E007F}]/u.test(character)) return /\u{1F3F4}[\u{E0020}-\u{E007F}]*$/u.test(before);
  return /[\u{E0100}-\u{E01EF}]/u.test(character) && /\p{Unified_Ideograph}$/u.test(before);
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function nameOf(character: string): string {
  const known = names.get(character.codePointAt(0) ?? 0);
  if (known !== undefined) return known;
  if (/\p{Cc}/u.test(character)) return 'control character';
  return spaceLike.test(character) ? 'unusual space' : 'invisible character';
}

/** Names in plain words, by code point. */
const names: ReadonlyMap<number, string> = new Map([
  [0x0009, 'tab'],
  [0x000a, 'line break'],
  [0x000d, 'carriage return'],
  [0x0085, 'next line'],
  [0x00a0, 'no-break space'],
  [0x00ad, 'soft hyphen'],
  [0x034f, 'combining grapheme joiner'],
  [0x061c, 'Arabic letter mark'],
  [0x115f, 'Hangul choseong filler'],
  [0x1160, 'Hangul jungseong filler'],
  [0x1680, 'Ogham space mark'],
  [0x180e, 'Mongolian vowel separator'],
  [0x2000, 'en quad'],
  [0x2001, 'em quad'],
  [0x2002, 'en space'],
  [0x2003, 'em space'],
  [0x2004, 'three-per-em space'],
  [0x2005, 'four-per-em space'],
  [0x2006, 'six-per-em space'],
  [0x2007, 'figure space'],
  [0x2008, 'punctuation space'],
  [0x2009, 'thin space'],
  [0x200a, 'hair space'],
  [0x200b, 'zero width space'],
  [0x200c, 'zero width non-joiner'],
  [0x200d, 'zero width joiner'],
  [0x200e, 'left-to-right mark'],
  [0x200f, 'right-to-left mark'],
  [0x2028, 'line separator'],
  [0x2029, 'paragraph separator'],
  [0x202a, 'left-to-right embedding'],
  [0x202b, 'right-to-left embedding'],
  [0x202c, 'pop directional formatting'],
  [0x202d, 'left-to-right override'],
  [0x202e, 'right-to-left override'],
  [0x202f, 'narrow no-break space'],
  [0x205f, 'medium mathematical space'],
  [0x2060, 'word joiner'],
  [0x2061, 'function application'],
  [0x2062, 'invisible times'],
  [0x2063, 'invisible separator'],
  [0x2064, 'invisible plus'],
  [0x2066, 'left-to-right isolate'],
  [0x2067, 'right-to-left isolate'],
  [0x2068, 'first strong isolate'],
  [0x2069, 'pop directional isolate'],
  [0x2800, 'blank braille pattern'],
  [0x3000, 'ideographic space'],
  [0x3164, 'Hangul filler'],
  [0xfe0e, 'variation selector 15'],
  [0xfe0f, 'variation selector 16'],
  [0xfeff, 'byte order mark'],
  [0xffa0, 'half-width Hangul filler'],
  [0xfffc, 'object replacement character'],
]);
