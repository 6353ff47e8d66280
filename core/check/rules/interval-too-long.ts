import { DETAILS_INTERVAL_DAYS, UNFILTERED_DETAILS_INTERVAL_DAYS } from '../../contract/limits.ts';
import { keyOf } from '../../text/walk.ts';
import type { QueryEntry } from '../entry.ts';
import { meantKey } from '../meant.ts';
import { familiesOf } from '../query/queryFamilies.ts';
import { intervalOf } from '../query/queryInterval.ts';
import type { Rule } from '../rule.ts';

const day = 86_400_000;

/** More days than a details query is known to cover. The limits are not sure to be those of the org, so this is no error. */
export const intervalTooLong: Rule = {
  code: 'interval-too-long',
  severity: 'warning',
  inQuery: (entry, { context }) => {
    const site = entry.file === 'ConversationDetails' ? intervalOf(entry.map, context) : undefined;
    if (site?.result.ok !== true) return [];
    const { from, to } = site.result.interval;
    // A day more or less of an hour is daylight saving.
    const days = Math.round((to - from) / day);
    const { span } = site.node;
    if (days > DETAILS_INTERVAL_DAYS) {
      const message = `This interval has ${days} days. The org most likely refuses more than ${DETAILS_INTERVAL_DAYS} in one query of this kind. Ask for less at a time.`;
      return [{ span, message }];
    }
    if (days <= UNFILTERED_DETAILS_INTERVAL_DAYS || isFiltered(entry)) return [];
    const message = `This interval has ${days} days, and the query has no filter. The org may refuse more than ${UNFILTERED_DETAILS_INTERVAL_DAYS} then. Filter by something, for example a queue in \`where\`, or ask for less at a time.`;
    return [{ span, message }];
  },
};

/** True where anything is filtered by, also under a wrong key that stands for a filter: that is that key's business. */
function isFiltered(entry: QueryEntry): boolean {
  const filters = new Set(['where', ...familiesOf(entry.file).map(({ key }) => key)]);
  return (entry.map?.pairs ?? []).some((pair) => {
    const key = keyOf(pair);
    if (!filters.has(meantKey(entry, [key]) ?? key)) return false;
    const { value } = pair;
    if (value?.kind === 'map') return value.pairs.length > 0;
    return value?.kind === 'seq' ? value.items.length > 0 : false;
  });
}
