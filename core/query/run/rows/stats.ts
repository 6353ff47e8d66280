/** Which statistic of an aggregate says what a metric measures, and which others there are. */
import type { Stats } from '../../../genesys/index.ts';
import type { Cell, ColumnType } from '../model.ts';
import { isCount, isTime } from '../../metrics.ts';

export interface Statistic {
  /** Behind the metric's name: `avg` for `tHandle.avg`; empty for the metric itself. */
  readonly suffix: string;
  readonly type: ColumnType;
  readonly words: string;
  readonly of: (stats: Stats) => Cell;
}

const stat = (suffix: string, type: ColumnType, words: string): Statistic => ({
  suffix,
  type,
  words,
  of: (stats) => stats[suffix],
});

const times: readonly Statistic[] = [
  { suffix: '', type: 'duration', words: 'the sum of', of: ({ sum }) => sum },
  stat('count', 'number', 'how many values there are of'),
  { suffix: 'avg', type: 'duration', words: 'the sum divided by the count of', of: averageOf },
  stat('min', 'duration', 'the least value of'),
  stat('max', 'duration', 'the greatest value of'),
  stat('p95', 'duration', 'the 95th percentile of'),
  stat('p99', 'duration', 'the 99th percentile of'),
];

const counts: readonly Statistic[] = [{ suffix: '', type: 'number', words: 'the count of', of: ({ count }) => count }];

/** A share has `ratio`, a target `current`; others are added up. Which one a metric has, its answer says. */
const others: readonly Statistic[] = [
  { suffix: '', type: 'number', words: 'the ratio, the present value, or else the sum of', of: otherOf },
  stat('ratio', 'number', 'the ratio of'),
  stat('numerator', 'number', 'the numerator of'),
  stat('denominator', 'number', 'the denominator of'),
  stat('target', 'number', 'the target of'),
  stat('current', 'number', 'the present value of'),
  stat('count', 'number', 'how many values there are of'),
  stat('sum', 'number', 'the sum of'),
  stat('min', 'number', 'the least value of'),
  stat('max', 'number', 'the greatest value of'),
];

/** The published answer gives times in `sum` (milliseconds) and counts in `count`. */
export function statisticsOf(metric: string): readonly Statistic[] {
  if (isTime(metric)) return times;
  return isCount(metric) ? counts : others;
}

function averageOf({ sum, count }: Stats): number | undefined {
  return sum === undefined || count === undefined || count === 0 ? undefined : sum / count;
}

function otherOf({ ratio, current, sum, calculatedMetricValue, count }: Stats): number | undefined {
  return ratio ?? current ?? sum ?? calculatedMetricValue ?? count;
}
