/** Keys written twice in one map. The library's own check compares every pair with every other one. */
import type { Pair, SyntaxProblem } from './tree.ts';
import { keyOf } from './walk.ts';

export function duplicateKeys(pairs: readonly Pair[]): SyntaxProblem[] {
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
