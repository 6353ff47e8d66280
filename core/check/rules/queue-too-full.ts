import { namingRules } from '../../contract/limits.ts';
import { switchToPlatform } from '../namingSwitch.ts';
import type { Finding, Rule } from '../rule.ts';

/** More codes on one queue than the naming policy promises to stay within. Retired and deleted codes do not count. */
export const queueTooFull: Rule = {
  code: 'queue-too-full',
  severity: 'error',
  inHead: (_entry, indexes) => {
    const limit = namingRules[indexes.naming].maxCodesPerQueue;
    if (limit === undefined) return [];
    return [...indexes.queueUses].flatMap(([key, uses]): Finding[] => {
      const extra = uses[limit];
      if (extra === undefined) return [];
      const span = indexes.queues.get(key)?.[0]?.span ?? extra.span;
      const message = `The queue \`${extra.text}\` gets ${uses.length} codes; \`naming: ${indexes.naming}\` allows ${limit}. Take some off it.`;
      return [
        {
          span,
          message,
          fixes: switchToPlatform(indexes),
          related: [{ message: `Code number ${limit + 1}`, span: extra.span }],
        },
      ];
    });
  },
};
