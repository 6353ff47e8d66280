/** The rules of an entry as a whole, where nothing is wrong with any of them. */
import type { Condition, RuleSet, SurveyField, SurveyFields } from '../../survey/index.ts';
import { distinctValues, isPossible, meets } from '../../survey/index.ts';
import { codeIn, conditionIn, fieldsIn } from '../../survey/parts.ts';
import { isText } from '../../text/walk.ts';
import { field, type SurveyEntry } from '../entry.ts';
import { isSound, ruleSites } from './surveyParts.ts';

/** Undefined where the schema finds something wrong, or a rule asks about a field that is not declared. */
export function ruleSetOf(entry: SurveyEntry): RuleSet | undefined {
  if (!isSound(entry, ['fields'], ['rules'], ['otherwise'])) return undefined;
  const fields = fieldsIn(entry.map);
  const rules = ruleSites(entry).flatMap(({ when, assign }) => {
    const condition = conditionIn(when?.value);
    return condition === undefined || !isText(assign?.value) ? [] : [{ when: condition, assign: assign.value.value }];
  });
  const asksOnlyKnown = rules.every(({ when }) => leavesOf(when).every((leaf) => fields.has(leaf.field)));
  if (rules.length < ruleSites(entry).length || !asksOnlyKnown) return undefined;
  return { fields, rules, otherwise: codeIn(field(entry, 'otherwise')) };
}

type Leaf = Condition & { readonly kind: 'field' };

export function leavesOf(condition: Condition): readonly Leaf[] {
  return condition.kind === 'field' ? [condition] : condition.of.flatMap(leavesOf);
}

/** About how many comparisons it takes to try all rules. */
export function sizeOf({ rules }: RuleSet): number {
  const sizes = rules.flatMap(({ when }) =>
    leavesOf(when).map(({ match }) => (match.kind === 'oneOf' ? match.values.length : 1)),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** True where each comparison asks about a declared field, and for something that the field can be. */
export function isMeaningful(fields: SurveyFields, condition: Condition): boolean {
  return leavesOf(condition).every((leaf) => {
    const facts = fields.get(leaf.field);
    return facts !== undefined && canMeet(facts, leaf);
  });
}

function canMeet(facts: SurveyField, { match }: Leaf): boolean {
  if (match.kind === 'missing' || match.kind === 'exists') return true;
  if (match.kind === 'oneOf') return match.values.every((value) => isPossible(facts, value));
  return distinctValues(facts, [match], { left: 100 })?.some((value) => meets(match, value)) ?? false;
}
