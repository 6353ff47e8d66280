/**
 * Names come from files and orgs. The editor reads `[text](command:…)` in a notification or under an input box
 * as a link that runs a command, and `$(lock)` in the status bar or a list as an icon. A space breaks both, so
 * that a name stays a name.
 */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}

export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '$ (');
}
