import { isText } from '../../text/walk.ts';
import { field } from '../entry.ts';
import type { Rule } from '../rule.ts';
import { inFile, sameText } from '../indexes/sameUse.ts';

/** A `code` that stands twice: rules, queries and BI could not tell which is meant. Both ends are marked. */
export const duplicateCode: Rule = {
  code: 'duplicate-code',
  severity: 'error',
  codesWith: 'rivals',
  inCode: (entry, { codes }) => {
    const node = field(entry, 'code');
    const other = isText(node) ? sameText(codes, entry, node.value) : undefined;
    if (!isText(node) || other === undefined) return [];
    const message = `Another wrap-up code${inFile(entry, other)} has the \`code\` \`${node.value}\` too. Each needs its own.`;
    return [
      { span: node.span, message, related: [{ message: 'The other one', span: other.span, entry: other.entry }] },
    ];
  },
};
