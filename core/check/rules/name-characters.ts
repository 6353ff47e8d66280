import { isText } from '../../text/walk.ts';
import { refusedCharacters } from '../characters.ts';
import { field } from '../entry.ts';
import type { Rule } from '../rule.ts';

/** A character in a name that the naming policy does not take. */
export const nameCharacters: Rule = {
  code: 'name-characters',
  severity: 'error',
  codesWith: 'oddities',
  inCode: (entry, indexes) => {
    const name = field(entry, 'name');
    return isText(name) ? refusedCharacters(name, indexes, 'A name') : [];
  },
};
