/** Names come from files and orgs: nothing in them may move a cursor, reverse a line or build a link. */

/** Control characters, line ends, bidirectional and other invisible marks become `\u{…}`; ordinary text of any language stays. */
export function plain(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
}

/**
 * Text within a line of Markdown (never at its start): nothing in it is markup, HTML, a link, a mention, a reference to
 * an issue or a formula, so a name reads as itself.
 */
export function markdown(text: string): string {
  return plain(text)
    .replace(/[\\`*_[\]|~]/g, (character) => `\\${character}`)
    .replace(/[<>&@#$]|:(?=\S)|(?<=www)\./gi, (character) => `&#${character.charCodeAt(0)};`);
}
