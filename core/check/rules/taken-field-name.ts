import { field } from '../entry.ts';
import { keyOf } from '../../text/walk.ts';
import type { Rule } from '../rule.ts';

/** A field that no condition could ask about, since its name means something else there. */
export const takenFieldName: Rule = {
  code: 'taken-field-name',
  severity: 'error',
  inSurvey: (entry) => {
    const fields = field(entry, 'fields');
    if (fields?.kind !== 'map') return [];
    return fields.pairs
      .filter((pair) => keyOf(pair) === 'any' || keyOf(pair) === 'all')
      .map((pair) => {
        const message = `In a condition \`${keyOf(pair)}\` joins other conditions. Give the field another name, and say in \`from\` where its value stands.`;
        return { span: pair.key.span, message };
      });
  },
};
