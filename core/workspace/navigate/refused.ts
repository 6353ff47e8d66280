import { plainWords } from '../../text/plainWords.ts';
import type { Refusal } from './model.ts';

/** A sentence with code in backticks, as editors show it. */
export function refused(sentence: string): Refusal {
  return { refusal: plainWords(sentence) };
}
