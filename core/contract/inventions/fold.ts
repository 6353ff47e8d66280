/** Spelling of a key does not count: case, `_`, `-`, `.`, spaces. */
export function fold(key: string): string {
  return key.toLowerCase().replace(/[_\-.\s]/g, '');
}

/** Letters and digits only, in lower case. */
export function bare(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
