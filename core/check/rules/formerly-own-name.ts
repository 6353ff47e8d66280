import { removeItem } from '../../text/edit.ts';
import { isText } from '../../text/walk.ts';
import { field } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/** A code that lists its present name among its earlier ones. Another spelling of it is a rename like any other. */
export const formerlyOwnName: Rule = {
  code: 'formerly-own-name',
  severity: 'warning',
  codesWith: ['formerly'],
  inCode: (entry) => {
    const name = field(entry, 'name');
    const formerly = field(entry, 'formerly');
    if (!isText(name) || formerly?.kind !== 'seq') return [];
    return formerly.items.flatMap((item, index): Finding[] => {
      if (!isText(item) || item.value !== name.value) return [];
      const fixes = fixIf('Remove it', removeItem(entry.text, formerly, index), true);
      return [
        { span: item.span, message: 'This is the present name of the code, not an earlier one. Remove it.', fixes },
      ];
    });
  },
};
