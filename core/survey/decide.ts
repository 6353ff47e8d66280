/** Which code a response gets. */
import type { Bounds, Condition, Match, RuleSet, SurveyFields, SurveyResponse, SurveyValue } from './model.ts';

/** A rule that was tried. */
export interface Step {
  /** Its index, from 0. */
  readonly rule: number;
  readonly matches: boolean;
  /** The first part of its condition that does not hold; absent where it matches. */
  readonly failed?: Condition;
}

export interface Decision {
  /** As the rules write it; undefined where no code is assigned. */
  readonly code: string | undefined;
  /** The index of the rule that decided; undefined where none matched, so that `otherwise` did. */
  readonly rule: number | undefined;
  /** The rules that were tried, in their order. The last one decided, unless none matched. */
  readonly path: readonly Step[];
}

/** Pure. The first rule that matches wins; a missing value meets `missing` and nothing else. */
export function decide({ fields, rules, otherwise }: RuleSet, given: SurveyResponse): Decision {
  const response = prepared(fields, given);
  const path: Step[] = [];
  for (const [rule, { when, assign }] of rules.entries()) {
    const failed = firstFailed(when, response);
    path.push({ rule, matches: failed === undefined, ...(failed === undefined ? {} : { failed }) });
    if (failed === undefined) return { code: assign, rule, path };
  }
  return { code: otherwise, rule: undefined, path };
}

/** The response as rules see it: texts in capitals where the field says so, and without empty texts. */
export function prepared(fields: SurveyFields, given: SurveyResponse): SurveyResponse {
  const response = new Map<string, SurveyValue>();
  for (const [name, value] of given) {
    if (value === '') continue;
    response.set(name, typeof value === 'string' && fields.get(name)?.upper === true ? value.toUpperCase() : value);
  }
  return response;
}

/** Of a response that is `prepared`. */
export function holds(condition: Condition, response: SurveyResponse): boolean {
  if (condition.kind === 'field') return meets(condition.match, response.get(condition.field));
  if (condition.kind === 'any') return condition.of.some((part) => holds(part, response));
  return condition.of.every((part) => holds(part, response));
}

function firstFailed(condition: Condition, response: SurveyResponse): Condition | undefined {
  if (condition.kind !== 'all') return holds(condition, response) ? undefined : condition;
  for (const part of condition.of) {
    const failed = firstFailed(part, response);
    if (failed !== undefined) return failed;
  }
  return undefined;
}

/** `value` is undefined where it is missing. */
export function meets(match: Match, value: SurveyValue | undefined): boolean {
  if (match.kind === 'missing') return value === undefined;
  if (value === undefined) return false;
  if (match.kind === 'exists') return true;
  return match.kind === 'oneOf' ? match.values.includes(value) : typeof value === 'number' && isWithin(match, value);
}

function isWithin({ lt, lte, gt, gte }: Bounds, value: number): boolean {
  return (
    (lt === undefined || value < lt) &&
    (lte === undefined || value <= lte) &&
    (gt === undefined || value > gt) &&
    (gte === undefined || value >= gte)
  );
}
