import { namingRules } from '../../contract/limits.ts';
import { lengthOf, offsetAfter } from '../../contract/names.ts';
import { spanInScalar } from '../../text/scalarOffsets.ts';
import { isText } from '../../text/walk.ts';
import { field } from '../entry.ts';
import type { Rule } from '../rule.ts';

/** A name longer than the project's policy wants. Above the naming policy's own limit `name-too-long` says it. */
export const policyNameLength: Rule = {
  code: 'policy-name-length',
  severity: 'error',
  codesWith: 'policy',
  inCode: (entry, { context, naming }) => {
    const max = context.project?.policy?.name?.maxLength;
    const name = field(entry, 'name');
    if (max === undefined || !isText(name)) return [];
    const length = lengthOf(name.value);
    if (length <= max || length > namingRules[naming].maxNameLength) return [];
    const kept = offsetAfter(name.value, max);
    const message = `This name has ${length} characters; the policy in \`genesys.yaml\` allows ${max}. Shorten it by ${length - max}.`;
    return [{ span: spanInScalar(name, kept, name.value.length), message }];
  },
};
