/** What a field can be, by its declaration. */
import { prepared } from './decide.ts';
import type { SurveyField, SurveyFields, SurveyResponse, SurveyValue } from './model.ts';

/** True where the rules can see this value: after the text was turned to capitals, where it is. */
export function isPossible({ type, min, max, values, upper }: SurveyField, value: SurveyValue): boolean {
  if (typeof value === 'number') {
    const isNumber = type === 'number' || (type === 'integer' && Number.isInteger(value));
    return isNumber && value >= (min ?? -Infinity) && value <= (max ?? Infinity);
  }
  if (typeof value === 'boolean') return type === 'boolean';
  return type === 'string' && (!upper || value === value.toUpperCase()) && isListed(values, value);
}

/** True for a text that is possible; without a list every text is. */
export function isListed(values: readonly string[] | undefined, text: string): boolean {
  if (values === undefined) return true;
  const known = sets.get(values) ?? new Set(values);
  sets.set(values, known);
  return known.has(text);
}

/** A list is asked for each value that is compared. */
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** False for a response that would be set aside: with a field that is not declared, or a value that it cannot have. */
export function isPossibleResponse(fields: SurveyFields, given: SurveyResponse): boolean {
  return [...prepared(fields, given)].every(([name, value]) => {
    const facts = fields.get(name);
    return facts !== undefined && isPossible(facts, value);
  });
}
