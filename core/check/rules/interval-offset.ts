import { DateTime } from 'luxon';
import { replaceText, type SpanEdit } from '../../text/edit.ts';
import { isText, type TextNode } from '../../text/walk.ts';
import { field } from '../entry.ts';
import { intervalOf } from '../query/queryInterval.ts';
import { fixIf, type Rule } from '../rule.ts';

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
    return [{ span: site.node.span, message, fixes: fixIf('Leave the offset out', withoutOffsets(site.node)) }];
  },
};

function withoutOffsets(node: TextNode): readonly SpanEdit[] | undefined {
  if (node.alias === true || node.style === 'block') return undefined;
  return [replaceText(node, node.value.replaceAll(/(T[\d:.,]+)(?:Z|[+-]\d\d(?::?\d\d)?)/gi, '$1'))];
}
