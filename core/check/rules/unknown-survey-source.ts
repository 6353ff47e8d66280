import { meantSurveySource } from '../../contract/inventions.ts';
import { replaceText } from '../../text/edit.ts';
import { childOf, isText } from '../../text/walk.ts';
import { field } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { declaredFields, type DeclaredField } from '../survey/surveyParts.ts';

/** A value that the org's surveys do not hold, in the words of scripts: `csat_score`, `nps_score`. */
export const unknownSurveySource: Rule = {
  code: 'unknown-survey-source',
  severity: 'warning',
  inSurvey: (entry) => {
    const responses = field(entry, 'responses');
    const isOrg = responses?.kind === 'map' && responses.pairs.some(({ key }) => key.value === 'org');
    return isOrg ? [...(declaredFields(entry)?.values() ?? [])].flatMap(look) : [];
  },
};

function look({ name, pair, map }: DeclaredField): readonly Finding[] {
  const from = childOf(map, 'from');
  const meant = meantSurveySource(isText(from) ? from.value : name);
  if (map === undefined || meant === undefined || (from !== undefined && !isText(from))) return [];
  const used = isText(from) ? from.value : name;
  const message = `A survey of the org has no \`${used}\`. It has \`nps\`, \`totalScore\` and the answers by the ids of their questions. Write \`from: ${meant}\` if that is meant.`;
  const fix = isText(from) && from.alias !== true ? [replaceText(from, meant)] : undefined;
  return [{ span: from?.span ?? pair.key.span, message, fixes: fixIf(`Change to \`${meant}\``, fix) }];
}
