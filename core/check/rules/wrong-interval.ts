import { DateTime } from 'luxon';
import { intervalWords, resolveInterval } from '../../query/compile/index.ts';
import { replaceText } from '../../text/edit.ts';
import type { QueryEntry } from '../entry.ts';
import { intervalOf } from '../query/queryInterval.ts';
import type { QueryIndexes } from '../query/queryIndexes.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { closest, didYouMean } from '../suggest.ts';

/** An interval that cannot be read, that is empty, or that ends before it begins. */
export const wrongInterval: Rule = { code: 'wrong-interval', severity: 'error', inQuery: look };

function look(entry: QueryEntry, { context }: QueryIndexes): readonly Finding[] {
  const site = intervalOf(entry.map, context);
  if (site === undefined || site.result.ok) return [];
  const { node, timeZone, result } = site;
  const { code, message } = result.problem;
  const reads = (text: string): boolean => resolveInterval(text, { now: context.now, timeZone }).ok;
  const meant = (code === 'reversed' ? swapped(node.value) : inOtherWords(node.value)).find(reads);
  const fix = meant === undefined || node.alias === true ? undefined : [replaceText(node, meant)];
  const words =
    code === 'unreadable' ? `\`${node.value.trim()}\` is no interval.${didYouMean(meant) || advice}` : message;
  return [{ span: node.span, message: words, fixes: fixIf(`Change to \`${meant}\``, fix, true) }];
}

const advice = ' Write words such as `last 7 days`, or two dates such as `2026-11-01/2026-11-08`.';

function swapped(text: string): readonly string[] {
  const [from, to, ...more] = text.trim().split('/');
  return to === undefined || more.length > 0 ? [] : [`${to}/${from}`];
}

/** What people and other tools write, as we write it: the likeliest first. */
function inOtherWords(written: string): readonly string[] {
  const text = written
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  const counted = /^(?:(?:in )?(?:the )?(?:last|past|previous|now ) ?)?(\d+) ?(?:(min|h|d|w|mo)[a-z]*)$/.exec(text);
  const units: Readonly<Record<string, string>> = { min: 'minutes', h: 'hours', d: 'days', w: 'weeks', mo: 'months' };
  const unit = counted?.[2] === undefined ? undefined : units[counted[2]];
  const dates = written.match(/\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?/g) ?? [];
  const [day] = dates;
  const dashed = written.replaceAll(/[\u2010-\u2015\u2212]/g, '-');
  const days = /^p(\d+)([dwm])$/.exec(text);
  const near = closest(
    text,
    intervalWords.map((word) => word.text),
  );
  return [
    ...(unit === undefined ? [] : [`last ${counted?.[1]} ${unit}`]),
    ...(days?.[2] === undefined ? [] : [`last ${days[1]} ${{ d: 'days', w: 'weeks', m: 'months' }[days[2]]}`]),
    ...(dashed === written ? [] : [dashed]),
    ...(dates.length === 2 ? [dates.join('/')] : []),
    ...(dates.length === 1 && day !== undefined && day === written.trim() && DateTime.fromISO(day).isValid
      ? [`${day}/P1D`]
      : []),
    ...(near === undefined ? [] : [near]),
  ];
}
