import { whereKeys } from '../../query/compile/whereKeys.ts';
import { removePair } from '../../text/edit.ts';
import { childOf, isText, pairOf } from '../../text/walk.ts';
import { field, fieldPair } from '../entry.ts';
import { conditionsOf } from '../query/queryWhere.ts';
import { fixIf, type Rule } from '../rule.ts';

/** `match: rows` keeps the rows that match segment filters. Without one it changes nothing. */
export const matchWithoutSegments: Rule = {
  code: 'match-without-segments',
  severity: 'warning',
  inQuery: (entry) => {
    const output = field(entry, 'output');
    const pair = pairOf(output, 'match');
    if (output?.kind !== 'map' || !isText(pair?.value) || pair.value.value !== 'rows') return [];
    const keys = whereKeys(entry.file);
    const asks = conditionsOf(entry).some(({ path }) => keys.get(path.slice(1).join('.'))?.family === 'segment');
    if (asks || fieldPair(entry, 'segmentFilters') !== undefined || hasUnread(entry)) return [];
    const message =
      'Nothing here filters by segments, so every row matches. Remove this, or add such a key to `where`.';
    return [{ span: pair.value.span, message, fixes: fixIf('Remove `match`', removePair(entry.text, output, pair)) }];
  },
};

/** Keys that are no keys of ours, one of which may be meant as such a filter. */
function hasUnread(entry: Parameters<NonNullable<Rule['inQuery']>>[0]): boolean {
  const where = childOf(entry.map, 'where');
  return where !== undefined && entry.issues.some(({ path }) => path[0] === 'where');
}
