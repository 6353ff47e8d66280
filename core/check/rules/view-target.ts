import { field } from '../entry.ts';
import { listed } from '../query/queryFamilies.ts';
import { itemsOf } from '../query/queryRanges.ts';
import { childOf, isText } from '../../text/walk.ts';
import type { Finding, Rule } from '../rule.ts';

/** A `rangeBound` view of a count or an observed value: an official page has timers only, metrics whose names begin with `t`. */
export const viewTarget: Rule = {
  code: 'view-target',
  severity: 'warning',
  inQuery: (entry) => {
    const metrics = new Set(listed(entry.file, 'metrics'));
    return itemsOf(field(entry, 'views')).flatMap((view): Finding[] => {
      const target = childOf(view, 'target');
      if (!isText(target) || !metrics.has(target.value) || target.value.startsWith('t')) return [];
      const message = `\`${target.value}\` is no duration. A view looks at a metric whose name begins with \`t\`, for example \`tAcd\`.`;
      return [{ span: target.span, message }];
    });
  },
};
