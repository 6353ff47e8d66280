import { Duration } from 'luxon';
import { findWord } from '../../contract/inventions.ts';
import { granularityWords } from '../../contract/inventions/valueWords.ts';
import { removePair, replaceText } from '../../text/edit.ts';
import { isText } from '../../text/walk.ts';
import { fieldPair } from '../entry.ts';
import { fixIf, type Rule } from '../rule.ts';

/** A granularity that is no ISO 8601 period. */
export const wrongGranularity: Rule = {
  code: 'wrong-granularity',
  severity: 'error',
  inQuery: (entry) => {
    const pair = entry.file === 'ConversationAggregates' ? fieldPair(entry, 'granularity') : undefined;
    const node = pair?.value;
    if (pair === undefined || entry.map === undefined || !isText(node)) return [];
    if (node.value === '' || periodIn(node.value) !== undefined) return [];
    const known = findWord(granularityWords, node.value)?.real;
    if (known === '') {
      const message = `\`${node.value}\` is no period. Without \`granularity\` the whole interval is one piece.`;
      const fixes = fixIf('Remove `granularity`', removePair(entry.text, entry.map, pair), true);
      return [{ span: node.span, message, fixes }];
    }
    const meant = known ?? meaning(node.value);
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
