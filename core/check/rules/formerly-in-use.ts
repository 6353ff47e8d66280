import { textsOf } from '../../text/walk.ts';
import { removeEarlierName } from '../fixes/earlierName.ts';
import { field } from '../entry.ts';
import type { Finding, Rule } from '../rule.ts';
import { inFile, sameText } from '../indexes/sameUse.ts';

/** An earlier name that is another code's present name: a push could not tell a rename from two codes. */
export const formerlyInUse: Rule = {
  code: 'formerly-in-use',
  severity: 'error',
  codesWith: ['formerly'],
  inCode: (entry, { names }) =>
    textsOf(field(entry, 'formerly')).flatMap((node): Finding[] => {
      const other = sameText(names, entry, node.value);
      if (other === undefined) return [];
      const related = { message: 'The code with this name', span: other.span, entry: other.entry };
      const message = `\`${node.value}\` is the present name of another code${inFile(entry, other)}, so this one cannot be renamed from it. Remove it here, or rename that code.`;
      return [{ span: node.span, message, fixes: removeEarlierName(entry, node), related: [related] }];
    }),
};
