import { intervalOf } from '../query/queryInterval.ts';
import type { Rule } from '../rule.ts';

/** An interval that is not over yet: what happens later is not in the result. */
export const intervalInFuture: Rule = {
  code: 'interval-in-future',
  severity: 'information',
  inQuery: (entry, { context }) => {
    const site = intervalOf(entry.map, context);
    if (site?.result.ok !== true || site.result.interval.to <= context.now) return [];
    const message =
      site.result.interval.from > context.now
        ? 'All of this interval is in the future, so nothing can be found yet. Choose an earlier one.'
        : 'This interval is not over yet, so the result changes from run to run until it is. For a result that stays, let it end before now.';
    return [{ span: site.node.span, message }];
  },
};
