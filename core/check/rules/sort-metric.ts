import { removePair } from '../../text/edit.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText, textsOf } from '../../text/walk.ts';
import { field, fieldPair, type QueryEntry } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/** `sortMetric`, `limit` and `queryType`, which mean something only together. */
export const sortMetric: Rule = { code: 'sort-metric', severity: 'warning', inQuery: look };

function look(entry: QueryEntry): readonly Finding[] {
  const type = field(entry, 'queryType');
  const ranks = isText(type) && (type.value === 'topN' || type.value === 'bottomN');
  // Another word than the published ones is `unknown-value`.
  const isKnown = type === undefined || (isText(type) && (ranks || type.value === 'groupBy'));
  if (!isKnown) return [];
  const limit = field(entry, 'limit');
  return ranks && type !== undefined
    ? [...incomplete(entry, type.value, type.span), ...notAsked(entry), ...noneLeft(limit)]
    : unused(entry);
}

function unused(entry: QueryEntry): readonly Finding[] {
  return ['sortMetric', 'limit'].flatMap((key): Finding[] => {
    const pair = fieldPair(entry, key);
    if (pair === undefined || entry.map === undefined) return [];
    const message = `\`${key}\` is for \`queryType: topN\` and \`bottomN\`. Write one of them, or remove this.`;
    return [
      { span: pair.key.span, message, fixes: fixIf(`Remove \`${key}\``, removePair(entry.text, entry.map, pair)) },
    ];
  });
}

function incomplete(entry: QueryEntry, type: string, span: Finding['span']): readonly Finding[] {
  const missing = ['groupBy', 'sortMetric', 'limit'].filter((key) => {
    const value = field(entry, key);
    return fieldPair(entry, key) === undefined || (value?.kind === 'seq' && value.items.length === 0);
  });
  if (missing.length === 0) return [];
  const named = missing.map((key) => `\`${key}\``).join(' and ');
  return [{ span, message: `\`${type}\` ranks groups by a metric and keeps the first ones: it needs ${named} too.` }];
}

function noneLeft(limit: Node | undefined): readonly Finding[] {
  if (limit?.kind !== 'scalar' || typeof limit.value !== 'number' || limit.value >= 1) return [];
  return [{ span: limit.span, message: 'With this limit no group is left. Write 1 or more.' }];
}

function notAsked(entry: QueryEntry): readonly Finding[] {
  const name = childOf(field(entry, 'sortMetric'), 'name');
  const metrics = textsOf(field(entry, 'metrics')).map(({ value }) => value);
  if (!isText(name) || metrics.length === 0 || metrics.includes(name.value)) return [];
  return [{ span: name.span, message: `\`${name.value}\` is not among the \`metrics\` of this query. Add it there.` }];
}
