import { isText } from '../../text/walk.ts';
import { field } from '../entry.ts';
import { compilePattern, type PatternResult } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** A name that does not look as the project's policy wants. A pattern that cannot be used is `bad-pattern` in genesys.yaml. */
export const policyNamePattern: Rule = {
  code: 'policy-name-pattern',
  severity: 'error',
  inCode: (entry, { context }) => {
    const source = context.project?.policy?.name?.pattern;
    const name = field(entry, 'name');
    if (source === undefined || !isText(name) || name.value === '') return [];
    const compiled = compiledOnce(source);
    if (!('pattern' in compiled) || compiled.pattern.found(name.value)) return [];
    return [{ span: name.span, message: `The policy in \`genesys.yaml\` wants names that match \`${source}\`.` }];
  },
};

let last: { readonly source: string; readonly result: PatternResult } | undefined;

/** One project has one pattern; compiling it again for each code would be waste. */
function compiledOnce(source: string): PatternResult {
  if (last?.source !== source) last = { source, result: compilePattern(source) };
  return last.result;
}
