import type { Entry } from '../entry.ts';
import { freeKeys } from '../freeKeys.ts';
import type { Finding, Rule } from '../rule.ts';

/** A category, queue, environment or field of responses without a name. */
export const emptyKey: Rule = { code: 'empty-key', severity: 'error', inHead: look, inProject: look, inSurvey: look };

function look(entry: Entry): readonly Finding[] {
  return freeKeys(entry).flatMap(({ key, value }): Finding[] => {
    if (key.value !== null && String(key.value).trim() !== '') return [];
    if (key.value === null && key.source !== '') return [];
    const colon =
      value === undefined ? entry.text.indexOf(':', key.span.end) : entry.text.lastIndexOf(':', value.span.start);
    const span = key.source === '' && colon !== -1 ? { start: colon, end: colon + 1 } : key.span;
    return [{ span, message: 'A name is missing before the colon. Write one.' }];
  });
}
