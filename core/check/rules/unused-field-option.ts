import { removePair } from '../../text/edit.ts';
import { childOf, pairOf } from '../../text/walk.ts';
import { fixIf, type Rule } from '../rule.ts';
import { declaredFields } from '../survey/surveyParts.ts';

const ofNumbers = ['min', 'max'] as const;
const ofTexts = ['upper', 'values'] as const;

/** A setting of a field that means nothing for its type: `min` of a text, `upper` of a number. */
export const unusedFieldOption: Rule = {
  code: 'unused-field-option',
  severity: 'warning',
  inSurvey: (entry) =>
    [...(declaredFields(entry)?.values() ?? [])].flatMap(({ map, facts }) => {
      if (map === undefined || facts === undefined) return [];
      const isNumber = facts.type === 'integer' || facts.type === 'number';
      const unused = isNumber ? ofTexts : facts.type === 'string' ? ofNumbers : [...ofNumbers, ...ofTexts];
      return unused.flatMap((key) => {
        const pair = pairOf(map, key);
        if (pair === undefined || childOf(map, key) === undefined) return [];
        const kind = ofNumbers.some((known) => known === key) ? 'numbers' : 'texts';
        const message = `\`${key}\` is for ${kind}, and this field is \`${facts.type}\`. It does nothing, so remove it.`;
        return [
          { span: pair.key.span, message, fixes: fixIf(`Remove \`${key}\``, removePair(entry.text, map, pair), true) },
        ];
      });
    }),
};
