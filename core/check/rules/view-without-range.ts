import { field } from '../entry.ts';
import { isMeantBy } from '../meant.ts';
import { itemsOf } from '../query/queryRanges.ts';
import { childOf, isText, pairOf } from '../../text/walk.ts';
import type { Finding, Rule } from '../rule.ts';

/** A `rangeBound` view that bounds nothing. */
export const viewWithoutRange: Rule = {
  code: 'view-without-range',
  severity: 'warning',
  inQuery: (entry) =>
    itemsOf(field(entry, 'views')).flatMap((view, index): Finding[] => {
      const use = childOf(view, 'function');
      if (view.kind !== 'map' || !isText(use) || use.value !== 'rangeBound') return [];
      if (pairOf(view, 'range') !== undefined || isMeantBy(entry, view, ['views', index], 'range')) return [];
      return [{ span: use.span, message: '`rangeBound` needs a `range`, for example `range: { gte: 0, lt: 20000 }`.' }];
    }),
};
