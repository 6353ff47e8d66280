/** Keys written twice in one map. The library's own check compares every pair with every other one. */
import type { Pair, SyntaxProblem } from './tree.ts';
import { keyOf } from './walk.ts';

export function duplicateKeys(pairs: readonly Pair[]): readonly SyntaxProblem[] {
  if (pairs.length <= few && !pairs.some(isRepeated)) return none;
  const first = new Map<string, { readonly pair: Pair; told: boolean }>();
  const problems: SyntaxProblem[] = [];
  const tell = (pair: Pair, message: string, other: Pair, label: string): void => {
    problems.push({
      code: 'duplicate-key',
      message,
      span: pair.key.span,
      related: [{ message: label, span: other.key.span }],
    });
  };
  for (const pair of pairs) {
    const earlier = first.get(keyOf(pair));
    if (earlier === undefined) {
      first.set(keyOf(pair), { pair, told: false });
      continue;
    }
    const name = keyOf(pair);
    if (!earlier.told)
      tell(earlier.pair, `\`${name}\` is written again further down. Keep one of them.`, pair, 'The other one');
    earlier.told = true;
    tell(pair, `\`${name}\` is already written above. Keep one of them.`, earlier.pair, 'The first one');
  }
  return problems;
}

const none: readonly SyntaxProblem[] = [];
/** So many pairs are compared with each other, which is quicker than a table of them. */
const few = 16;

function isRepeated(pair: Pair, at: number, pairs: readonly Pair[]): boolean {
  const key = keyOf(pair);
  for (let before = 0; before < at; before++) {
    const other = pairs[before];
    if (other !== undefined && keyOf(other) === key) return true;
  }
  return false;
}
