import { Duration } from 'luxon';
import { replaceText } from '../../text/edit.ts';
import { isText } from '../../text/walk.ts';
import { field } from '../entry.ts';
import { fixIf, type Rule } from '../rule.ts';

/** A granularity that is no ISO 8601 period. */
export const wrongGranularity: Rule = {
  code: 'wrong-granularity',
  severity: 'error',
  inQuery: (entry) => {
    const node = entry.file === 'ConversationAggregates' ? field(entry, 'granularity') : undefined;
    if (!isText(node) || node.value === '' || periodIn(node.value) !== undefined) return [];
    const meant = meaning(node.value);
    const fix = meant === undefined || node.alias === true ? undefined : [replaceText(node, meant)];
    const message = `\`${node.value}\` is no period. Write one as in \`PT30M\`, \`PT1H\`, \`P1D\`, \`P1W\` or \`P1M\`.`;
    return [{ span: node.span, message, fixes: fixIf(`Change to \`${meant}\``, fix, true) }];
  },
};

/** An ISO 8601 period that is longer than nothing. */
export function periodIn(text: string): Duration | undefined {
  const period = /^P(?=[\dT])/.test(text) ? Duration.fromISO(text) : undefined;
  return period?.isValid === true && period.toMillis() > 0 ? period : undefined;
}

const units: readonly (readonly [RegExp, (count: string) => string])[] = [
  [/^(?:s|sec|seconds?)$/, (count) => `PT${count}S`],
  [/^(?:m|min|minutes?|minutely)$/, (count) => `PT${count}M`],
  [/^(?:h|hr|hours?|hourly)$/, (count) => `PT${count}H`],
  [/^(?:d|days?|daily)$/, (count) => `P${count}D`],
  [/^(?:w|weeks?|weekly)$/, (count) => `P${count}W`],
  [/^(?:mo|months?|monthly)$/, (count) => `P${count}M`],
  [/^(?:y|years?|yearly)$/, (count) => `P${count}Y`],
];

/** `1d`, `hourly`, `30 min`, `PT1D`, `P1H`, `p1d`. */
function meaning(text: string): string | undefined {
  const upper = text.trim().toUpperCase();
  if (periodIn(upper) !== undefined) return upper;
  const swapped = upper.startsWith('PT') ? upper.replace('PT', 'P') : upper.replace(/^P/, 'PT');
  if (periodIn(swapped) !== undefined) return swapped;
  const [, count, word = ''] = /^(\d+)?\s*([a-z]+)$/.exec(text.trim().toLowerCase()) ?? [];
  const unit = units.find(([pattern]) => pattern.test(word));
  const found = unit?.[1](count ?? '1');
  return found !== undefined && periodIn(found) !== undefined ? found : undefined;
}
