import type { SurveyEntry } from '../entry.ts';
import type { Finding, Rule } from '../rule.ts';
import { codeNamed, isNoCode } from '../survey/surveyCodes.ts';
import type { SurveyIndexes } from '../survey/surveyIndexes.ts';
import { codeTexts } from '../survey/surveyParts.ts';

/** A code that its catalog takes out of use, so that it is on no queue or not there at all. */
export const retiredCode: Rule = { code: 'retired-code', severity: 'warning', inSurvey: look };

function look(entry: SurveyEntry, { context }: SurveyIndexes): readonly Finding[] {
  const { catalogs } = context;
  if (catalogs === undefined) return [];
  return codeTexts(entry).flatMap((node): Finding[] => {
    const state = isNoCode(node.value) ? undefined : codeNamed(catalogs, node.value)?.state;
    if (state === undefined) return [];
    const why = state === 'retired' ? 'takes it off its queues' : 'removes it from the org';
    const message = `The catalog says \`state: ${state}\` of \`${node.value}\`, which ${why}. Name another code.`;
    return [{ span: node.span, message }];
  });
}
