import type { Entry } from '../entry.ts';
import { freeKeys } from '../freeKeys.ts';
import type { Finding, Rule } from '../rule.ts';

/** A category, queue or environment without a name. */
export const emptyKey: Rule = { code: 'empty-key', severity: 'error', inHead: look, inProject: look };

function look(entry: Entry): readonly Finding[] {
  return freeKeys(entry).flatMap(({ key, span }): Finding[] =>
    String(key.value ?? key.source).trim() === '' && typeof key.value !== 'number' ? [{ span: key.source === '' ? span : key.span, message: 'A name is missing before the colon.' }] : [],
  );
}
