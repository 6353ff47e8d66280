import { parseDuration } from '../../contract/afterCallWork.ts';
import { whereKeys } from '../../query/compile/index.ts';
import { isTime } from '../../query/metrics.ts';
import type { SpanEdit } from '../../text/edit.ts';
import { isText, type TextNode } from '../../text/walk.ts';
import type { QueryEntry } from '../entry.ts';
import { isJson } from '../query/queryFilters.ts';
import { conditionsOf, presenceWords, type Condition } from '../query/queryWhere.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/** A metric in `where` with a text that is neither `exists` nor `missing`: a number of it needs a range. */
export const metricText: Rule = {
  code: 'metric-text',
  severity: 'error',
  inQuery: (entry) => conditionsOf(entry).flatMap((condition) => look(entry, condition)),
};

function look({ file }: QueryEntry, { path, value, map }: Condition): readonly Finding[] {
  const known = whereKeys(file).get(path.slice(1).join('.'));
  if (known?.type !== 'metric' || !isText(value)) return [];
  if (presenceWords.includes(value.value)) return [];
  const ofTime = isTime(known.field);
  const range = rangeIn(value, ofTime);
  const written = range === undefined ? undefined : isJson(map) ? inJson(range) : inYaml(range);
  const edits: readonly SpanEdit[] | undefined =
    written === undefined || value.alias === true ? undefined : [{ span: value.span, newText: written }];
  const example = ofTime ? '{ gte: 5m }' : '{ gte: 1 }';
  const message = `\`${known.field}\` is ${ofTime ? 'a duration' : 'a number'}. Write a range, for example \`${example}\`, or \`exists\` or \`missing\`.`;
  return [{ span: value.span, message, fixes: fixIf(`Change to \`${written}\``, edits, range?.isSure) }];
}

const signs: Readonly<Record<string, string>> = {
  '>': 'gt',
  '>=': 'gte',
  '≥': 'gte',
  '<': 'lt',
  '<=': 'lte',
  '≤': 'lte',
};

interface Range {
  readonly bound: string;
  readonly amount: string;
  /** False where no sign says which bound is meant. */
  readonly isSure: boolean;
}

/** `> 5m`, and `5m` alone, which mostly means at least so much. */
function rangeIn({ value }: TextNode, ofTime: boolean): Range | undefined {
  const [, sign, amount = ''] = /^\s*([<>]=?|[≤≥])?\s*(\d.*?)\s*$/.exec(value) ?? [];
  const isNumber = /^\d+(?:\.\d+)?$/.test(amount);
  if (!isNumber && !(ofTime && parseDuration(amount) !== undefined)) return undefined;
  return { bound: (sign && signs[sign]) ?? 'gte', amount, isSure: sign !== undefined };
}

const inYaml = ({ bound, amount }: Range): string => `{ ${bound}: ${amount} }`;

function inJson({ bound, amount }: Range): string {
  return `{ "${bound}": ${/^[\d.]+$/.test(amount) ? amount : JSON.stringify(amount)} }`;
}
