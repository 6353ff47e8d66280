import { removePair } from '../../text/edit.ts';
import { pairOf } from '../../text/walk.ts';
import { operatorOf, predicatesOf } from '../query/queryFilters.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/** A value beside `exists` or `notExists`, which compare with nothing. */
export const unusedOperand: Rule = {
  code: 'unused-operand',
  severity: 'warning',
  inQuery: (entry) =>
    predicatesOf(entry).flatMap(({ map }): Finding[] => {
      const operator = operatorOf(map);
      if (operator !== 'exists' && operator !== 'notExists') return [];
      return (['value', 'range'] as const).flatMap((key): Finding[] => {
        const pair = pairOf(map, key);
        if (pair === undefined) return [];
        const message = `\`${operator}\` compares with nothing, so this \`${key}\` is not used. Remove it, or use \`matches\`.`;
        return [
          { span: pair.key.span, message, fixes: fixIf(`Remove \`${key}\``, removePair(entry.text, map, pair), true) },
        ];
      });
    }),
};
