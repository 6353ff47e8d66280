import { blockOf, type TextBlock } from '../store/index.ts';

/** The texts of a block without regard to case. */
export function foldBlock(block: TextBlock): TextBlock {
  const text = fold(block.text);
  // A few letters become two in lower case; then the ends have moved.
  if (text.length === block.text.length) return { text, ends: block.ends };
  const texts: string[] = [];
  let start = 0;
  for (const end of block.ends) {
    texts.push(fold(block.text.slice(start, end)));
    start = end;
  }
  return blockOf(texts);
}

/** In lower case. A sigma at the end of a word has a letter of its own, and the end of a search is not the end of a word. */
export const fold = (text: string): string => text.toLowerCase().replaceAll('ς', 'σ');
