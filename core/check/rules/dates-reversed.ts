import { parseInstant } from '../../contract/instant.ts';
import { replaceText } from '../../text/edit.ts';
import { isText } from '../../text/walk.ts';
import { field, type CodeEntry } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/** A validity that ends before it begins, so that the code is never on a queue. */
export const datesReversed: Rule = {
  code: 'dates-reversed',
  severity: 'error',
  codesWith: ['validThrough'],
  inCode: look,
};

function look(entry: CodeEntry): readonly Finding[] {
  const from = field(entry, 'validFrom');
  const through = field(entry, 'validThrough');
  if (!isText(from) || !isText(through)) return [];
  const [begin, end] = [parseInstant(from.value), parseInstant(through.value)];
  if (begin === undefined || end === undefined || begin < end) return [];
  const swap =
    begin === end || from.alias === true || through.alias === true
      ? undefined
      : [replaceText(from, through.value), replaceText(through, from.value)];
  return [
    {
      span: through.span,
      message: `This code ends ${begin === end ? 'at the moment' : 'before'} it begins, so it would never be on a queue. Look at both dates.`,
      related: [{ message: 'It begins here', span: from.span }],
      fixes: fixIf('Swap the two dates', swap),
    },
  ];
}
