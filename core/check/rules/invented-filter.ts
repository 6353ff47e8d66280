import { keyOf } from '../../text/walk.ts';
import type { QueryEntry } from '../entry.ts';
import { foreignConditions, foreignLists } from '../query/foreignFilters.ts';
import { toPredicates } from '../fixes/rewrites/predicates.ts';
import { toWhere } from '../fixes/rewrites/where.ts';
import type { Finding, FixPlan, Rule } from '../rule.ts';

/** A condition in a form that tutorials and other tools use and the API does not have. */
export const inventedFilter: Rule = {
  code: 'invented-filter',
  severity: 'error',
  inQuery: (entry) => [...lists(entry), ...conditions(entry)],
};

function lists(entry: QueryEntry): readonly Finding[] {
  const { map } = entry;
  if (map === undefined) return [];
  return foreignLists(entry).map(({ pair, path }) => ({
    span: pair.key.span,
    message: `\`${keyOf(pair)}\` is no list of conditions here. Under \`where\` each condition is one line: \`mediaType: [voice, chat]\`.`,
    fixes: only(toWhere({ entry, parent: map, pair, path })),
  }));
}

function conditions(entry: QueryEntry): readonly Finding[] {
  return [...foreignConditions(entry).values()].map(({ map, pair, path, span, message }) => ({
    span,
    message,
    fixes: only(toPredicates({ entry, parent: map, pair, path })),
  }));
}

/** Without its filter a query asks for something else, so nothing is offered for removal. */
function only(plan: FixPlan | undefined): readonly FixPlan[] {
  return plan === undefined ? [] : [{ ...plan, preferred: true }];
}
