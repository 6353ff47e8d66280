import { formatDuration, parseDuration } from '../../contract/afterCallWork.ts';
import { AFTER_CALL_WORK_TIMEOUT } from '../../contract/limits.ts';
import { replaceText } from '../../text/edit.ts';
import type { ScalarNode } from '../../text/tree.ts';
import { childOf } from '../../text/walk.ts';
import { afterCallWorks } from '../afterCallWorks.ts';
import { fixIf, type Finding, type FixPlan, type Rule } from '../rule.ts';

/** An after-call work timeout that is no duration, or shorter or longer than a queue takes (`acwSettings.timeoutMs`). */
export const badTimeout: Rule = {
  code: 'bad-timeout',
  severity: 'error',
  inHead: (entry) =>
    afterCallWorks(entry).flatMap((settings): Finding[] => {
      const node = childOf(settings, 'timeout');
      if (node?.kind !== 'scalar' || (typeof node.value !== 'string' && typeof node.value !== 'number')) return [];
      const ms = typeof node.value === 'string' ? parseDuration(node.value) : undefined;
      const { min, max } = AFTER_CALL_WORK_TIMEOUT;
      if (ms !== undefined && ms >= min && ms <= max) return [];
      const bounds = `from ${formatDuration(min)} to ${formatDuration(max).replace('1h', '60m')}`;
      if (ms === undefined)
        return [
          {
            span: node.span,
            message: `A timeout is a number with a unit, ${bounds}, for example \`30s\`.`,
            fixes: withUnit(node),
          },
        ];
      const nearest = formatDuration(ms < min ? min : max);
      const fixes = fixIf(`Change to \`${nearest}\``, node.alias === true ? undefined : [replaceText(node, nearest)]);
      return [{ span: node.span, message: `A queue takes a timeout ${bounds}.`, fixes }];
    }),
};

/** A bare number is most often meant in seconds; large ones in milliseconds, as the API has them. */
function withUnit(node: ScalarNode): readonly FixPlan[] {
  const amount = Number(node.value);
  const { min, max } = AFTER_CALL_WORK_TIMEOUT;
  if (node.alias === true || !Number.isInteger(amount)) return [];
  const ms = amount >= min && amount <= max && amount % 1000 === 0 ? amount : amount * 1000;
  return ms < min || ms > max
    ? []
    : fixIf(`Change to \`${formatDuration(ms)}\``, [{ span: node.span, newText: formatDuration(ms) }], true);
}
