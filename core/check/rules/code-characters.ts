import { isText } from '../../text/walk.ts';
import { refusedCharacters } from '../characters.ts';
import { field } from '../entry.ts';
import type { Rule } from '../rule.ts';

/** A character in a `code` that the naming policy does not take. */
export const codeCharacters: Rule = {
  code: 'code-characters',
  severity: 'error',
  codesWith: 'oddities',
  inCode: (entry, indexes) => {
    const code = field(entry, 'code');
    return isText(code) ? refusedCharacters(code, indexes, 'A `code`') : [];
  },
};
