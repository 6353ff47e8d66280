import { shortened } from './shortened.ts';

/** In UTF-16 units. A name can have millions of them, and a sentence about it is for reading. */
const longestQuote = 300;
const longestSentence = 4000;

/**
 * Sentences mark what is code with backticks, as hover does. Where text is shown as it is, quotes say the same. Of code
 * that is very long the beginning is shown.
 */
export function plainWords(sentence: string): string {
  if (sentence.length <= longestQuote) return sentence.replaceAll(/`([^`]*)`/g, "'$1'");
  const words = sentence.replaceAll(/`([^`]*)`/g, (_, code: string) => `'${shortened(code, longestQuote)}'`);
  return shortened(words, longestSentence);
}
