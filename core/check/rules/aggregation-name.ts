import { findWord } from '../../contract/inventions.ts';
import { dimensionWords } from '../../contract/inventions/dimensionWords.ts';
import { metricWords } from '../../contract/inventions/metricWords.ts';
import { replaceText } from '../../text/edit.ts';
import { childOf, isText } from '../../text/walk.ts';
import { field } from '../entry.ts';
import { aggregatedNames } from '../query/queryFamilies.ts';
import { itemsOf } from '../query/queryRanges.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { closest, didYouMean } from '../suggest.ts';

/** An aggregation over a dimension or metric that conversations and segments do not have. The published model takes any text. */
export const aggregationName: Rule = {
  code: 'aggregation-name',
  severity: 'warning',
  inQuery: (entry) =>
    itemsOf(field(entry, 'aggregations')).flatMap((one) =>
      (['dimension', 'metric'] as const).flatMap((key): Finding[] => {
        const node = childOf(one, key);
        const known = aggregatedNames(entry.file, key);
        if (!isText(node) || node.value.trim() === '' || known.includes(node.value)) return [];
        const other = key === 'dimension' ? 'metric' : 'dimension';
        if (aggregatedNames(entry.file, other).includes(node.value)) {
          return [{ span: node.span, message: `\`${node.value}\` is a ${other}. Write it under \`${other}\`.` }];
        }
        const words = key === 'dimension' ? dimensionWords : metricWords;
        const real = findWord(words, node.value)?.real;
        const meant = real !== undefined && known.includes(real) ? real : closest(node.value, known);
        const fix = meant === undefined || node.alias === true ? undefined : [replaceText(node, meant)];
        const advice = didYouMean(meant) || ` Completion lists the ${known.length} that are published.`;
        return [
          {
            span: node.span,
            message: `\`${node.value}\` is no ${key} of conversations.${advice}`,
            fixes: fixIf(`Change to \`${meant}\``, fix, true),
          },
        ];
      }),
    ),
};
