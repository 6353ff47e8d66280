import { plain } from '#core/deploy/format/escape.ts';

/**
 * Names come from files and orgs. The editor reads `[text](command:…)` in a notification or under an input box
 * as a link that runs a command, and `$(lock)` in the status bar or a list as an icon. A space breaks both, so
 * that a name stays a name. Marks that reverse a line or hide in it are written out.
 */
export function withoutLinks(text: string): string {
  // Line feeds stay: our own sentences have them.
  return text.split('\n').map(plain).join('\n').replaceAll('](', '] (');
}

/** One line. */
export function withoutIcons(text: string): string {
  return plain(text).replaceAll('$(', '$ (');
}
