/** Pieces of TextMate snippets: tab stops whose text may hold any character. */

/** Choices shown at once; more than these is a list nobody reads, so the first one stands as a placeholder. */
const enough = 30;

/** A tab stop with a text to type over. */
export function placeholder(stop: number, text: string): string {
  return `\${${stop}:${text.replaceAll(/[$}\\]/g, String.raw`\$&`)}}`;
}

/** A tab stop with texts to choose from, the first one to begin with; `otherwise` stands where there are none. */
export function choice(stop: number, texts: readonly string[], otherwise = ''): string {
  const [first = otherwise] = texts;
  if (texts.length < 2 || texts.length > enough) return placeholder(stop, first);
  return `\${${stop}|${texts.map((text) => text.replaceAll(/[,|\\$}]/g, String.raw`\$&`)).join(',')}|}`;
}
