/** Sentences mark what is code with backticks, as hover does. Where text is shown as it is, quotes say the same. */
export function plainWords(sentence: string): string {
  return sentence.replaceAll(/`([^`]*)`/g, "'$1'");
}
