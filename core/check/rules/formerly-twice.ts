import { textsOf } from '../../text/walk.ts';
import { removeEarlierName } from '../fixes/earlierName.ts';
import { field } from '../entry.ts';
import type { Finding, Rule } from '../rule.ts';
import { inFile, sameText, twin } from '../indexes/sameUse.ts';

/** An earlier name that two codes claim: only one can take over the id and the history. Both ends are marked. */
export const formerlyTwice: Rule = {
  code: 'formerly-twice',
  severity: 'error',
  codesWith: ['formerly'],
  inCode: (entry, { formerly }) =>
    textsOf(field(entry, 'formerly')).flatMap((node): Finding[] => {
      const other = sameText(formerly, entry, node.value) ?? twin(formerly, entry, node.value);
      if (other === undefined) return [];
      const message = `Another code${inFile(entry, other)} was formerly \`${other.text}\` too. Only one of them can be the renamed one.`;
      return [
        {
          span: node.span,
          message,
          fixes: removeEarlierName(entry, node),
          related: [{ message: 'The other one', span: other.span, entry: other.entry }],
        },
      ];
    }),
};
