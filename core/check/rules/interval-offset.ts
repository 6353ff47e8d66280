import { DateTime } from 'luxon';
import { isText } from '../../text/walk.ts';
import { field } from '../entry.ts';
import { intervalOf } from '../queryInterval.ts';
import type { Rule } from '../rule.ts';

/** Offsets in the interval count even where `timeZone` is set (published), so days then begin at another hour than meant. */
export const intervalOffset: Rule = {
  code: 'interval-offset',
  severity: 'information',
  inQuery: (entry, { context }) => {
    const site = intervalOf(entry.map, context);
    if (!isText(field(entry, 'timeZone')) || site?.result.ok !== true) return [];
    const start = site.node.value.trim().split('/')[0] ?? '';
    const written = /T.*(Z|[+-]\d\d(?::?\d\d)?)$/i.test(start) ? DateTime.fromISO(start, { setZone: true }) : undefined;
    if (written?.isValid !== true || written.offset === written.setZone(site.timeZone).offset) return [];
    const local = written.setZone(site.timeZone);
    const message = `The offset \`${written.toFormat('ZZ')}\` counts here, and not \`timeZone\`: this begins at ${local.toFormat('d LLLL yyyy, HH:mm')} in ${site.timeZone}. Leave the offset out to mean that zone.`;
    return [{ span: site.node.span, message }];
  },
};
