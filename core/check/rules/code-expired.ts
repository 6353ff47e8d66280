import { parseInstant } from '../../contract/instant.ts';
import { isText } from '../../text/walk.ts';
import { field } from '../entry.ts';
import type { Rule } from '../rule.ts';

/** A code whose time is over: nothing is wrong, a push takes it off its queues. A retired code is on none. */
export const codeExpired: Rule = {
  code: 'code-expired',
  severity: 'information',
  inCode: (entry, indexes) => {
    const state = field(entry, 'state');
    if (isText(state) && state.value !== 'active') return [];
    const from = field(entry, 'validFrom');
    const through = field(entry, 'validThrough');
    const end = isText(through) ? parseInstant(through.value) : undefined;
    if (end === undefined || through === undefined || !indexes.isPast(end)) return [];
    const begin = isText(from) ? parseInstant(from.value) : undefined;
    if (begin !== undefined && begin >= end) return [];
    return [{ span: through.span, message: 'This moment is past. The next push takes the code off its queues.' }];
  },
};
