import { isText } from '../../text/walk.ts';
import { field } from '../entry.ts';
import type { Rule } from '../rule.ts';
import { inFile, sameText } from '../indexes/sameUse.ts';

/** A name that another code of the project has too. Names are unique in an org. Both ends are marked. */
export const duplicateName: Rule = {
  code: 'duplicate-name',
  severity: 'error',
  codesWith: 'rivals',
  inCode: (entry, { names }) => {
    const node = field(entry, 'name');
    const other = isText(node) ? sameText(names, entry, node.value) : undefined;
    if (!isText(node) || other === undefined) return [];
    const message = `Another code${inFile(entry, other)} has the name \`${node.value}\` too. Names are unique in an org: rename one, or make them one code.`;
    return [
      { span: node.span, message, related: [{ message: 'The other one', span: other.span, entry: other.entry }] },
    ];
  },
};
