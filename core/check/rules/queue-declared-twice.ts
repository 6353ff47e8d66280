import { normaliseName } from '../../contract/names.ts';
import { removePair } from '../../text/edit.ts';
import { keyOf } from '../../text/walk.ts';
import { field } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { inFile } from '../indexes/sameUse.ts';

/** A queue that two places declare: only one catalog can look after it. The very same key twice in one map is `duplicate-key`. */
export const queueDeclaredTwice: Rule = {
  code: 'queue-declared-twice',
  severity: 'error',
  inHead: (entry, { queues }) => {
    const declared = field(entry, 'queues');
    if (declared?.kind !== 'map') return [];
    return declared.pairs.flatMap((pair): Finding[] => {
      const text = keyOf(pair);
      const key = normaliseName(text);
      const other = queues
        .get(key)
        .find((use) => use.entry !== entry || (use.span.start !== pair.key.span.start && use.text !== text));
      if (other === undefined) return [];
      const isElsewhere = other.entry.home.file !== entry.home.file;
      const where = isElsewhere ? inFile(entry, other).trim() : `as \`${other.text}\``;
      return [
        {
          span: pair.key.span,
          message: `The queue \`${text}\` is also declared ${where}. Declare it once.`,
          fixes: fixIf('Remove this declaration', removePair(entry.text, declared, pair)),
          related: [{ message: 'The other declaration', span: other.span, entry: other.entry }],
        },
      ];
    });
  },
};
