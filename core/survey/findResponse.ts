/** A search for a response that some conditions hold for and others do not. Exact, where it does not grow too large. */
import { holds, meets } from './decide.ts';
import type { Condition, Match, SurveyField, SurveyFields, SurveyResponse, SurveyValue } from './model.ts';

/** How many comparisons may still be made, roughly. Each search spends of it, so that one budget can do for a whole file. */
export interface Budget {
  left: number;
}

export type Search =
  | { readonly kind: 'found'; readonly response: SurveyResponse }
  | { readonly kind: 'none' }
  /** The budget is spent, or a condition asks for a field that is not declared. */
  | { readonly kind: 'unknown' };

/**
 * A response that `wanted` holds for and none of `butNot` does. Values that no condition can tell apart are tried once,
 * so that `none` means that there is no such response at all.
 */
export function findResponse(
  fields: SurveyFields,
  wanted: Condition,
  butNot: readonly Condition[],
  budget: Budget,
): Search {
  budget.left -= butNot.length;
  if (budget.left < 0) return { kind: 'unknown' };
  const asked = new Map<string, Match[]>();
  for (const condition of [wanted, ...butNot]) collect(condition, asked);
  const axes: { readonly name: string; readonly values: readonly (SurveyValue | undefined)[] }[] = [];
  for (const [name, matches] of asked) {
    const field = fields.get(name);
    if (field === undefined) return { kind: 'unknown' };
    const values = distinctValues(field, matches, budget);
    if (values === undefined) return { kind: 'unknown' };
    axes.push({ name, values: [...values, undefined] });
  }
  const response = new Map<string, SurveyValue>();
  const search = (at: number): Search => {
    const axis = axes[at];
    if (axis === undefined) return meetsAll(response);
    for (const value of axis.values) {
      if (value === undefined) response.delete(axis.name);
      else response.set(axis.name, value);
      const found = search(at + 1);
      if (found.kind !== 'none') return found;
    }
    return { kind: 'none' };
  };
  const meetsAll = (tried: SurveyResponse): Search => {
    budget.left--;
    if (budget.left < 0) return { kind: 'unknown' };
    if (!holds(wanted, tried)) return { kind: 'none' };
    budget.left -= butNot.length;
    return butNot.some((condition) => holds(condition, tried))
      ? { kind: 'none' }
      : { kind: 'found', response: new Map(tried) };
  };
  return search(0);
}

function collect(condition: Condition, into: Map<string, Match[]>): void {
  if (condition.kind !== 'field') {
    for (const part of condition.of) collect(part, into);
    return;
  }
  const known = into.get(condition.field);
  if (known === undefined) into.set(condition.field, [condition.match]);
  else known.push(condition.match);
}

/**
 * One value of a field for each answer that the matches together can give, without the missing one. Undefined where
 * that would cost more than the budget, and for numbers too large to be told from their neighbours.
 */
export function distinctValues(
  field: SurveyField,
  matches: readonly Match[],
  budget: Budget,
): readonly SurveyValue[] | undefined {
  const possible = possibleValues(field, matches);
  budget.left -= (possible?.length ?? 0) * (matches.length + valuesIn(matches).length);
  if (possible === undefined || budget.left < 0) return undefined;
  const answers = new Map<string, SurveyValue>();
  for (const value of possible) {
    const answer = matches.map((match) => (meets(match, value) ? '1' : '0')).join('');
    if (!answers.has(answer)) answers.set(answer, value);
  }
  return [...answers.values()];
}

function possibleValues(field: SurveyField, matches: readonly Match[]): readonly SurveyValue[] | undefined {
  if (field.type === 'boolean') return [true, false];
  return field.type === 'string' ? texts(field, matches) : numbers(field, matches);
}

function texts({ values, upper }: SurveyField, matches: readonly Match[]): readonly string[] {
  const possible = values ?? [...valuesIn(matches).filter((value) => typeof value === 'string'), otherText(matches)];
  const seen = possible.map((value) => (upper ? value.toUpperCase() : value));
  return [...new Set(seen)].filter((value) => value !== '');
}

/** A text that nobody asks for. */
function otherText(matches: readonly Match[]): string {
  const asked = new Set(valuesIn(matches));
  for (let number = 1; ; number++) {
    const text = `OTHER${number === 1 ? '' : number}`;
    if (!asked.has(text)) return text;
  }
}

/** Each number that is asked for, and one between each two of them and beyond both ends, as far as the field goes. */
function numbers(
  { type, min = -Infinity, max = Infinity }: SurveyField,
  matches: readonly Match[],
): readonly number[] | undefined {
  const asked = [...valuesIn(matches).filter((value) => typeof value === 'number'), ...matches.flatMap(boundsOf), 0];
  const cuts = [...new Set([...asked, min, max].filter(Number.isFinite))].toSorted((a, b) => a - b);
  if (cuts.some((cut) => Math.abs(cut) >= Number.MAX_SAFE_INTEGER)) return undefined;
  const whole = (cut: number): readonly number[] => [
    Math.floor(cut) - 1,
    Math.floor(cut),
    Math.ceil(cut),
    Math.ceil(cut) + 1,
  ];
  const between = (cut: number, index: number): readonly number[] => [cut, (cut + (cuts[index + 1] ?? cut + 2)) / 2];
  const tried = type === 'integer' ? cuts.flatMap(whole) : [(cuts[0] ?? 0) - 1, ...cuts.flatMap(between)];
  return [...new Set(tried)].filter((value) => value >= min && value <= max);
}

function valuesIn(matches: readonly Match[]): readonly SurveyValue[] {
  return matches.flatMap((match) => (match.kind === 'oneOf' ? match.values : []));
}

function boundsOf(match: Match): readonly number[] {
  if (match.kind !== 'range') return [];
  return [match.lt, match.lte, match.gt, match.gte].filter((bound) => bound !== undefined);
}
