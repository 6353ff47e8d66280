/** The types of a schema as people say them. Markdown. */
export function typeInWords(type: string): string {
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    array: 'a list',
    object: 'a map of fields',
    boolean: '`true` or `false`',
    integer: 'a whole number',
    number: 'a number',
  };
  return words[type] ?? type;
}
