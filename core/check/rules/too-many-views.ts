import { VIEWS_PER_QUERY } from '../../contract/limits.ts';
import { field } from '../entry.ts';
import { itemsOf } from '../query/queryRanges.ts';
import type { Rule } from '../rule.ts';

/** More views than one query takes, by an official page. The first that is too much is marked. */
export const tooManyViews: Rule = {
  code: 'too-many-views',
  severity: 'warning',
  inQuery: (entry) => {
    const views = itemsOf(field(entry, 'views'));
    const extra = views[VIEWS_PER_QUERY];
    if (extra === undefined) return [];
    const message = `A query has at most ${VIEWS_PER_QUERY} views, and this one has ${views.length}. Put the others into a query of their own.`;
    return [{ span: extra.span, message }];
  },
};
