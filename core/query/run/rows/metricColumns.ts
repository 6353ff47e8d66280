/** Every published metric as a column: the sum of what the sessions of a row emitted. */
import type { SessionMetric } from '../../../genesys/index.ts';
import { sumOf } from './cells.ts';
import type { DetailColumn } from './columnModel.ts';
import type { Place } from './places.ts';
import { sessionsIn } from './places.ts';
import { metricType, publishedMetrics } from './published.ts';

export const metricColumns: readonly DetailColumn[] = publishedMetrics.map(
  (metric): DetailColumn => ({
    key: metric,
    title: metric,
    type: metricType(metric),
    description: `The sum of \`${metric}\` over the sessions of the row; missing where none has it. In rows of wrap-ups it stands on the first row of its session, so that a sum over rows counts it once.`,
    // A segment has no metrics of its own.
    levels: ['conversation', 'participant', 'session', 'wrapUp'],
    cell: (place) => sumOf(countedIn(place).flatMap((one) => (one.name === metric ? valueOf(one) : []))),
  }),
);

const countedIn = (place: Place): readonly SessionMetric[] =>
  place.uncounted ? [] : sessionsIn(place).flatMap(({ metrics }) => metrics ?? []);

const valueOf = ({ value }: SessionMetric): number | readonly never[] => (typeof value === 'number' ? value : []);
