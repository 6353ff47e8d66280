/** Survey rules in words. */
import type { Bounds, Condition, Match, SurveyField, SurveyValue } from './model.ts';

/** More parts than these nobody reads in a hover or a message. */
const enough = 8;

/** How a text of the file is set apart from the words around it. */
type Quote = (text: string) => string;

const inBackticks: Quote = (text) => `\`${text}\``;

/** ``` `nps` is at least 9 and `csat` is at least 4 ```. */
export function inWords(condition: Condition, quote = inBackticks): string {
  if (condition.kind === 'field') return `${quote(condition.field)} ${matchInWords(condition.match, quote)}`;
  const word = condition.kind === 'any' ? 'or' : 'and';
  const [only, ...others] = condition.of;
  if (only !== undefined && others.length === 0) return inWords(only, quote);
  const parts = condition.of
    .slice(0, enough)
    .map((part) => (isList(part) ? `(${inWords(part, quote)})` : inWords(part, quote)));
  const left = condition.of.length - parts.length;
  return [...parts, ...(left === 0 ? [] : [`${left} more`])].join(` ${word} `);
}

function isList(condition: Condition): boolean {
  return condition.kind !== 'field' && condition.of.length > 1;
}

function matchInWords(match: Match, quote: Quote): string {
  if (match.kind === 'missing') return 'is missing';
  if (match.kind === 'exists') return 'is there';
  return `is ${match.kind === 'oneOf' ? oneOf(match.values, quote) : rangeInWords(match)}`;
}

function oneOf(values: readonly SurveyValue[], quote: Quote): string {
  const written = values.slice(0, enough).map((value) => quote(String(value)));
  const left = values.length - written.length;
  const all = left === 0 ? written : [...written, `${left} more`];
  const last = all.pop() ?? '';
  return all.length === 0 ? last : `${all.join(', ')} or ${last}`;
}

/** `at least 0 and at most 10`; empty without bounds. */
export function rangeInWords({ lt, lte, gt, gte }: Bounds): string {
  const bounds: readonly (readonly [string, number | undefined])[] = [
    ['at least', gte],
    ['more than', gt],
    ['at most', lte],
    ['less than', lt],
  ];
  return bounds.flatMap(([words, bound]) => (bound === undefined ? [] : [`${words} ${bound}`])).join(' and ');
}

const typeWords: Readonly<Record<SurveyField['type'], string>> = {
  integer: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: '`true` or `false`',
};

/** ``` a whole number, at least 0 and at most 10 ```. */
export function fieldInWords({ type, min, max, values, upper }: SurveyField, quote = inBackticks): string {
  const range = rangeInWords({
    ...(min === undefined ? {} : { gte: min }),
    ...(max === undefined ? {} : { lte: max }),
  });
  const parts = [
    typeWords[type],
    range,
    upper ? 'turned to capitals' : '',
    values === undefined ? '' : oneOf(values, quote),
  ];
  return parts.filter((part) => part !== '').join(', ');
}
