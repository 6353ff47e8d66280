import { DateTime } from 'luxon';
import { removePair } from '../../text/edit.ts';
import { isText } from '../../text/walk.ts';
import { fieldPair } from '../entry.ts';
import { intervalOf } from '../query/queryInterval.ts';
import { fixIf, type Rule } from '../rule.ts';
import { periodIn } from './wrong-granularity.ts';

/** A period longer than the interval divides nothing. */
export const granularityTooLong: Rule = {
  code: 'granularity-too-long',
  severity: 'warning',
  inQuery: (entry, { context }) => {
    const pair = entry.file === 'ConversationAggregates' ? fieldPair(entry, 'granularity') : undefined;
    const period = isText(pair?.value) ? periodIn(pair.value.value) : undefined;
    const site = intervalOf(entry.map, context);
    if (pair?.value === undefined || period === undefined || entry.map === undefined) return [];
    if (site?.result.ok !== true) return [];
    const { from, to } = site.result.interval;
    // On the calendar: a month may have 28 days, and a day 23 hours.
    if (DateTime.fromMillis(from, { zone: site.timeZone }).plus(period).toMillis() <= to) return [];
    const message =
      'This period is longer than the interval, so it divides nothing. Write a shorter one, or leave it out.';
    const fixes = fixIf('Remove `granularity`', removePair(entry.text, entry.map, pair));
    return [{ span: pair.value.span, message, fixes }];
  },
};
