import { removeItem } from '../../text/edit.ts';
import { childOf } from '../../text/walk.ts';
import { fieldPair, type QueryEntry } from '../entry.ts';
import { isMeantBy } from '../meant.ts';
import { filtersOf, type FilterSite } from '../query/queryFilters.ts';
import { fixIf, type Finding, type FixPlan, type Rule } from '../rule.ts';
import { removeKeeping } from '../fixes/rewrites/comments.ts';

/** A filter or clause that filters by nothing. */
export const emptyFilter: Rule = {
  code: 'empty-filter',
  severity: 'error',
  inQuery: (entry) => filtersOf(entry).flatMap((site) => look(entry, site)),
};

function look(entry: QueryEntry, site: FilterSite): readonly Finding[] {
  const { map, path, isClause } = site;
  const [predicates, clauses] = [childOf(map, 'predicates'), childOf(map, 'clauses')];
  const holds = [predicates, clauses].some(
    (list) => list !== undefined && (list.kind !== 'seq' || list.items.length > 0),
  );
  // A clause without predicates at all is `missing-field`.
  if (holds || (isClause && predicates === undefined)) return [];
  if (['predicates', 'clauses'].some((key) => isMeantBy(entry, map, path, key))) return [];
  const what = isClause ? 'clause' : 'filter';
  const needs = isClause ? '`predicates`' : '`predicates` or `clauses`';
  const message = `This ${what} filters by nothing. Give it ${needs}, or remove it.`;
  const span = map.flow ? map.span : (map.pairs[0]?.key.span ?? map.span);
  return [{ span, message, fixes: removal(entry, site) }];
}

function removal(entry: QueryEntry, { family, map, isClause }: FilterSite): readonly FixPlan[] {
  const pair = fieldPair(entry, family.key);
  if (isClause || pair?.value === undefined || entry.map === undefined) return [];
  const list = pair.value;
  const whole = list.kind !== 'seq' || list.items.length === 1;
  const edits = whole
    ? removeKeeping(entry.text, entry.map, pair)
    : removeItem(entry.text, list, list.items.indexOf(map));
  return fixIf('Remove this filter', edits);
}
