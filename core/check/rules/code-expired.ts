import { parseInstant } from '../../contract/instant.ts';
import { addPair, replaceText, type SpanEdit } from '../../text/edit.ts';
import { isText } from '../../text/walk.ts';
import { field, fieldPair, type CodeEntry } from '../entry.ts';
import { fixIf, type Rule } from '../rule.ts';

/** A code whose time is over: nothing is wrong, a push takes it off its queues. A retired code is on none. */
export const codeExpired: Rule = {
  code: 'code-expired',
  severity: 'information',
  codesWith: ['validThrough'],
  inCode: (entry, indexes) => {
    const state = field(entry, 'state');
    if (isText(state) && state.value !== 'active') return [];
    const from = field(entry, 'validFrom');
    const through = field(entry, 'validThrough');
    const end = isText(through) ? parseInstant(through.value) : undefined;
    if (end === undefined || through === undefined || !indexes.isPast(end)) return [];
    const begin = isText(from) ? parseInstant(from.value) : undefined;
    if (begin !== undefined && begin >= end) return [];
    const message = 'This moment is past. The next push takes the code off its queues.';
    return [{ span: through.span, message, fixes: fixIf('Retire the code: `state: retired`', retired(entry)) }];
  },
};

function retired(entry: CodeEntry): readonly SpanEdit[] | undefined {
  const state = field(entry, 'state');
  if (entry.map === undefined) return undefined;
  if (state === undefined) return addPair(entry.text, entry.map, 'state', 'retired', fieldPair(entry, 'validThrough'));
  return isText(state) && state.alias !== true ? [replaceText(state, 'retired')] : undefined;
}
