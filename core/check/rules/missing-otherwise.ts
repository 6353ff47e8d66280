import { addPair } from '../../text/edit.ts';
import { fieldPair, firstKey, type SurveyEntry } from '../entry.ts';
import { isMeantBy } from '../meant.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import type { SurveyIndexes } from '../survey/surveyIndexes.ts';

/** Rules that do not say what happens to a response that none of them matches. */
export const missingOtherwise: Rule = { code: 'missing-otherwise', severity: 'warning', inSurvey: look };

function look(entry: SurveyEntry, { isWhole }: SurveyIndexes): readonly Finding[] {
  const rules = fieldPair(entry, 'rules');
  if (entry.map === undefined || rules === undefined || !isWhole) return [];
  if (fieldPair(entry, 'otherwise') !== undefined || isMeantBy(entry, entry.map, [], 'otherwise')) return [];
  const message =
    'Nothing says what a response gets that no rule matches. Add `otherwise` with a code, or with `none` to assign nothing.';
  return [
    {
      span: rules.key.span ?? firstKey(entry),
      message,
      fixes: fixIf('Add `otherwise: none`', addPair(entry.text, entry.map, 'otherwise', 'none', rules)),
    },
  ];
}
