import { parseDuration } from '../../contract/afterCallWork.ts';
import { replaceText } from '../../text/edit.ts';
import { childOf, isText, type TextNode } from '../../text/walk.ts';
import type { QueryEntry } from '../entry.ts';
import { bounds } from '../query/queryRanges.ts';
import { conditionsOf } from '../query/queryWhere.ts';
import { fixIf, type Finding, type FixPlan, type Rule } from '../rule.ts';

/** A bound in `where` that is text and no duration, or a duration for a metric that counts. */
export const rangeUnit: Rule = { code: 'range-unit', severity: 'error', inQuery: look };

function look(entry: QueryEntry): readonly Finding[] {
  return conditionsOf(entry).flatMap(({ key, value }): Finding[] => {
    // Names of metrics begin with what they are: `t` for a duration, `n` and `o` for numbers.
    if (!/^[tno][A-Z]/.test(key) || value?.kind !== 'map') return [];
    return bounds.flatMap((bound): Finding[] => {
      const node = childOf(value, bound);
      if (!isText(node)) return [];
      const isDuration = parseDuration(node.value) !== undefined;
      if (isDuration && key.startsWith('t')) return [];
      const message = key.startsWith('t')
        ? `\`${node.value}\` is no duration. Write milliseconds, or a number with a unit, for example \`90s\` or \`5m\`.`
        : `\`${key}\` is a number without a unit. Write the number alone.`;
      return [{ span: node.span, message, fixes: meant(key, node) }];
    });
  });
}

const units: Readonly<Record<string, string>> = { ms: 'ms', s: 's', m: 'm', h: 'h' };

/** `5 minutes`, `90sec`, `"12"`. */
function meant(key: string, node: TextNode): readonly FixPlan[] {
  if (node.alias === true) return [];
  const [, amount, word = ''] = /^\s*(\d+(?:\.\d+)?)\s*([A-Za-z]*)\s*$/.exec(node.value) ?? [];
  if (amount === undefined) return [];
  if (word === '') return fixIf(`Change to \`${amount}\``, [{ span: node.span, newText: amount }], true);
  if (!key.startsWith('t')) return [];
  const lower = word.toLowerCase();
  const unit = lower.startsWith('mil') ? 'ms' : (units[lower] ?? units[lower.charAt(0)]);
  const text = unit === undefined ? undefined : `${amount}${unit}`;
  const edits = text === undefined || parseDuration(text) === undefined ? undefined : [replaceText(node, text)];
  return fixIf(`Change to \`${text}\``, edits, true);
}
