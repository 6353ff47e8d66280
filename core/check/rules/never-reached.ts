import { findResponse, inWords, type Budget, type Condition, type RuleSet } from '../../survey/index.ts';
import { fieldsIn } from '../../survey/parts.ts';
import type { SurveyEntry } from '../entry.ts';
import type { Finding, Rule } from '../rule.ts';
import type { SurveyIndexes } from '../survey/surveyIndexes.ts';
import { brokenItems, conditionOf, isSound, ruleSites, type RuleSite } from '../survey/surveyParts.ts';
import { isMeaningful } from '../survey/surveyRuleSet.ts';

/** A rule that no response can reach: it contradicts itself, or earlier rules match all that it matches. */
export const neverReached: Rule = { code: 'never-reached', severity: 'warning', inSurvey: look };

/** Comparisons for one file: enough for dozens of rules. Beyond it nothing is said, since nothing is certain. */
const enough = 150_000;

interface Known {
  readonly site: RuleSite;
  readonly condition: Condition;
}

function look(entry: SurveyEntry, { isWhole }: SurveyIndexes): readonly Finding[] {
  if (!isWhole || !isSound(entry, ['fields'])) return [];
  const fields = fieldsIn(entry.map);
  const budget: Budget = { left: enough };
  const earlier: Known[] = [];
  const findings: Finding[] = [];
  const broken = brokenItems(entry, 'rules');
  for (const site of ruleSites(entry)) {
    if (budget.left < 0) break;
    const condition = broken.has(site.index) ? undefined : conditionOf(site);
    // What is wrong with a comparison is told there, and such a rule takes nothing from the others.
    if (condition === undefined || !isMeaningful(fields, condition)) continue;
    const finding = told(fields, { site, condition }, earlier, budget);
    if (finding !== undefined) findings.push(finding);
    earlier.push({ site, condition });
  }
  return findings;
}

function told(
  fields: RuleSet['fields'],
  { site, condition }: Known,
  earlier: readonly Known[],
  budget: Budget,
): Finding | undefined {
  const span = site.when?.key.span ?? site.node.span;
  const isNone = (others: readonly Known[]): boolean =>
    findResponse(
      fields,
      condition,
      others.map((other) => other.condition),
      budget,
    ).kind === 'none';
  const all = findResponse(
    fields,
    condition,
    earlier.map((other) => other.condition),
    budget,
  );
  if (all.kind === 'found') return undefined;
  if (isNone([])) {
    const message =
      'No response can match this rule: its conditions exclude each other. Change one of them, or remove the rule.';
    return { span, message };
  }
  const one = earlier.find((other) => isNone([other]));
  if (one !== undefined) {
    const number = one.site.index + 1;
    const message = `This rule is never reached: rule ${number} already matches whenever ${inWords(one.condition)}. Put this one above it, or remove it.`;
    return { span, message, related: [{ message: `Rule ${number}`, span: one.site.when?.span ?? one.site.node.span }] };
  }
  if (all.kind !== 'none') return undefined;
  const message =
    'This rule is never reached: the rules above it together match all that it matches. Put it above them, or remove it.';
  return { span, message };
}
