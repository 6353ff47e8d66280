/** Survey rules in words. */
import type { Bounds, Condition, Match, SurveyResponse, SurveyValue } from './model.ts';

/** More parts than these nobody reads in a hover or a message. */
const enough = 8;

/** ``` `nps` is at least 9 and `csat` is at least 4 ```. */
export function inWords(condition: Condition): string {
  if (condition.kind === 'field') return `\`${condition.field}\` ${matchInWords(condition.match)}`;
  const word = condition.kind === 'any' ? 'or' : 'and';
  const [only, ...others] = condition.of;
  if (only !== undefined && others.length === 0) return inWords(only);
  const parts = condition.of.slice(0, enough).map((part) => (isList(part) ? `(${inWords(part)})` : inWords(part)));
  const left = condition.of.length - parts.length;
  return [...parts, ...(left === 0 ? [] : [`${left} more`])].join(` ${word} `);
}

function isList(condition: Condition): boolean {
  return condition.kind !== 'field' && condition.of.length > 1;
}

export function matchInWords(match: Match): string {
  if (match.kind === 'missing') return 'is missing';
  if (match.kind === 'exists') return 'is there';
  return `is ${match.kind === 'oneOf' ? oneOf(match.values) : rangeInWords(match)}`;
}

function oneOf(values: readonly SurveyValue[]): string {
  const written = values.slice(0, enough).map((value) => `\`${value}\``);
  const left = values.length - written.length;
  const all = left === 0 ? written : [...written, `${left} more`];
  const last = all.pop() ?? '';
  return all.length === 0 ? last : `${all.join(', ')} or ${last}`;
}

export function rangeInWords({ lt, lte, gt, gte }: Bounds): string {
  const bounds: readonly (readonly [string, number | undefined])[] = [
    ['at least', gte],
    ['more than', gt],
    ['at most', lte],
    ['less than', lt],
  ];
  return bounds.flatMap(([words, bound]) => (bound === undefined ? [] : [`${words} ${bound}`])).join(' and ');
}

/** `nps: 10, issue: billing`; `nothing` for a response without values. */
export function responseInWords(response: SurveyResponse): string {
  const values = [...response].map(([name, value]) => `\`${name}: ${value}\``);
  return values.length === 0 ? 'nothing' : values.join(', ');
}
