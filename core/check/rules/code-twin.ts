import { isText } from '../../text/walk.ts';
import { field } from '../entry.ts';
import type { Rule } from '../rule.ts';
import { differenceOf, inFile, twin } from '../indexes/sameUse.ts';

/** A `code` that differs from another one in a way that people do not see. */
export const codeTwin: Rule = {
  code: 'code-twin',
  severity: 'warning',
  codesWith: 'rivals',
  inCode: (entry, { codes }) => {
    const node = field(entry, 'code');
    const other = isText(node) ? twin(codes, entry, node.value) : undefined;
    if (!isText(node) || other === undefined) return [];
    const message = `The \`code\` \`${other.text}\`${inFile(entry, other)} differs from this one only by ${differenceOf(node.value, other.text)}. Give each its own.`;
    return [
      { span: node.span, message, related: [{ message: 'The other one', span: other.span, entry: other.entry }] },
    ];
  },
};
