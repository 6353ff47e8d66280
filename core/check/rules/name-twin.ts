import { isText } from '../../text/walk.ts';
import { field } from '../entry.ts';
import type { Rule } from '../rule.ts';
import { differenceOf, inFile, twin } from '../indexes/sameUse.ts';

/** A name that differs from another one in a way that people do not see, and that a push cannot tell apart. */
export const nameTwin: Rule = {
  code: 'name-twin',
  severity: 'warning',
  codesWith: 'rivals',
  inCode: (entry, { names }) => {
    const node = field(entry, 'name');
    const other = isText(node) ? twin(names, entry, node.value) : undefined;
    if (!isText(node) || other === undefined) return [];
    const message = `The name \`${other.text}\`${inFile(entry, other)} differs from this one only by ${differenceOf(node.value, other.text)}. Rename one, or make them one code.`;
    return [
      { span: node.span, message, related: [{ message: 'The other one', span: other.span, entry: other.entry }] },
    ];
  },
};
