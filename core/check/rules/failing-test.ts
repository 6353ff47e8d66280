import { replaceText } from '../../text/edit.ts';
import { isText } from '../../text/walk.ts';
import { decide, inWords, isPossibleResponse, NO_CODE, type Decision, type RuleSet } from '../../survey/index.ts';
import { codeIn, responseIn } from '../../survey/parts.ts';
import type { SurveyEntry } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { isSameCode } from '../survey/surveyCodes.ts';
import type { SurveyIndexes } from '../survey/surveyIndexes.ts';
import { brokenItems, testSites, type TestSite } from '../survey/surveyParts.ts';
import { ruleSetOf, sizeOf } from '../survey/surveyRuleSet.ts';

/** A test whose response gets another code than it expects. Only where all that decides was read without errors. */
export const failingTest: Rule = { code: 'failing-test', severity: 'error', inSurvey: look };

/** Tests times comparisons. A file with more is tested when it is run. */
const most = 500_000;

function look(entry: SurveyEntry, { context, isWhole }: SurveyIndexes): readonly Finding[] {
  const tests = testSites(entry);
  const rules = isWhole && tests.length > 0 ? ruleSetOf(entry) : undefined;
  if (rules === undefined || tests.length * sizeOf(rules) > most) return [];
  const broken = brokenItems(entry, 'tests');
  return tests.flatMap((test): Finding[] => {
    const { given, expect, index } = test;
    const response = responseIn(given);
    if (response === undefined || !isText(expect) || broken.has(index)) return [];
    if (!isPossibleResponse(rules.fields, response)) return [];
    const expected = codeIn(expect);
    const decision = decide(rules, response);
    if (isSameCode(context.catalogs, decision.code, expected) !== false) return [];
    const got = decision.code ?? NO_CODE;
    const message = `The rules give \`${got}\` and not \`${expect.value}\`: ${reasonOf(rules, decision)}.${nobody(rules, test, context.catalogs)} Change the rules, or what the test expects.`;
    const fix = expect.alias === true ? undefined : [replaceText(expect, got)];
    return [{ span: expect.span, message, fixes: fixIf(`Expect \`${got}\``, fix) }];
  });
}

function reasonOf({ rules }: RuleSet, { rule }: Decision): string {
  const decided = rules[rule ?? -1];
  if (rule === undefined || decided === undefined) return 'no rule matches, so `otherwise` decides';
  return `rule ${rule + 1} matches, since ${inWords(decided.when)}`;
}

/** A code that nothing assigns is most often mistyped. */
function nobody(
  { rules, otherwise }: RuleSet,
  { expect }: TestSite,
  catalogs: SurveyIndexes['context']['catalogs'],
): string {
  const expected = codeIn(expect);
  const given = [...rules.map(({ assign }) => assign), otherwise];
  if (given.some((code) => isSameCode(catalogs, code, expected) !== false)) return '';
  return ' No rule gives that code.';
}
