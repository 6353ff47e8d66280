import { childOf, isText } from '../../text/walk.ts';
import { field } from '../entry.ts';
import { compilePattern } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** A `policy.name.pattern` that cannot be used: not a regular expression, or one that needs backtracking. */
export const badPattern: Rule = {
  code: 'bad-pattern',
  severity: 'error',
  inProject: (entry) => {
    const node = childOf(childOf(field(entry, 'policy'), 'name'), 'pattern');
    if (!isText(node)) return [];
    const compiled = compilePattern(node.value);
    return 'error' in compiled
      ? [{ span: node.span, message: `This pattern cannot be used: ${compiled.error}. Write another one.` }]
      : [];
  },
};
