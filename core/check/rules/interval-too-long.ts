import { DETAILS_INTERVAL_DAYS } from '../../contract/limits.ts';
import { intervalOf } from '../queryInterval.ts';
import type { Rule } from '../rule.ts';

const day = 86_400_000;

/** More days than a details query is known to cover. The limit is inferred from what others send, so this is no error. */
export const intervalTooLong: Rule = {
  code: 'interval-too-long',
  severity: 'warning',
  inQuery: (entry, { context }) => {
    const site = entry.file === 'ConversationDetails' ? intervalOf(entry.map, context) : undefined;
    if (site?.result.ok !== true) return [];
    const { from, to } = site.result.interval;
    // A day more or less of an hour is daylight saving.
    const days = Math.round((to - from) / day);
    if (days <= DETAILS_INTERVAL_DAYS) return [];
    const message = `This interval has ${days} days. The org most likely refuses more than ${DETAILS_INTERVAL_DAYS} in one query of this kind. Ask for less at a time.`;
    return [{ span: site.node.span, message }];
  },
};
