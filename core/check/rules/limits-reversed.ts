import { childOf } from '../../text/walk.ts';
import { fixIf, type Rule } from '../rule.ts';
import { declaredFields } from '../survey/surveyParts.ts';

/** A field whose `min` is more than its `max`: every response would be set aside. */
export const limitsReversed: Rule = {
  code: 'limits-reversed',
  severity: 'error',
  inSurvey: (entry) =>
    [...(declaredFields(entry)?.values() ?? [])].flatMap(({ map, facts }) => {
      const [min, max] = [childOf(map, 'min'), childOf(map, 'max')];
      if (facts?.min === undefined || facts.max === undefined || facts.min <= facts.max) return [];
      if (min?.kind !== 'scalar' || max?.kind !== 'scalar') return [];
      const isFree = map?.alias !== true && min.alias !== true && max.alias !== true;
      const swapped = [
        { span: min.span, newText: max.source },
        { span: max.span, newText: min.source },
      ];
      return [
        {
          span: max.span,
          message: 'No number lies between `min` and `max`: the least is more than the most. Change one of them.',
          fixes: fixIf('Swap them', isFree ? swapped : undefined),
        },
      ];
    }),
};
