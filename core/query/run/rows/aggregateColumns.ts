/** The columns that rows of an aggregate can have. */
import { isTime } from '../../metrics.ts';
import type { JsonObject } from '../../model.ts';
import type { Cell, Column } from '../model.ts';
import type { AggregateRow } from './aggregateRows.ts';
import { instantOf } from './cells.ts';
import { defaultGroupKeys, groupColumns } from './groupColumns.ts';
import { objectsAt, textAt, textsAt } from './json.ts';
import type { Look } from './look.ts';
import { aggregateDimensions, aggregateMetrics } from './published.ts';
import { statisticsOf } from './stats.ts';

export interface AggregateColumn extends Column {
  readonly cell: (row: AggregateRow, look: Look) => Cell;
}

interface View {
  readonly name: string;
  readonly target: string;
}

/** Of one query, or of any where there is no body. The key of a view's column is `views.<name>`. */
export function aggregateColumns(body?: JsonObject): ReadonlyMap<string, AggregateColumn> {
  const dimensions = body === undefined ? aggregateDimensions : textsAt(body, 'groupBy');
  const metrics = body === undefined ? aggregateMetrics : textsAt(body, 'metrics');
  const columns: readonly AggregateColumn[] = [
    ...dimensions.flatMap(groupColumns),
    ...intervalColumns,
    ...metrics.flatMap((metric) => statisticColumns(metric, metric, 'metrics', metric)),
    ...viewsOf(body).flatMap(({ name, target }) => statisticColumns(`views.${name}`, target, 'views', name)),
  ];
  return new Map(columns.map((column) => [column.key, column]));
}

/** What is shown where `output.columns` says nothing. */
export function defaultAggregateColumns(body: JsonObject): readonly string[] {
  const ofMetric = (key: string, metric: string): readonly string[] => [key, ...(isTime(metric) ? [`${key}.avg`] : [])];
  // A metric or a group may be written twice; its column is one.
  const keys = new Set([
    ...textsAt(body, 'groupBy').flatMap(defaultGroupKeys),
    ...(textAt(body, 'granularity') === undefined ? [] : ['intervalStart']),
    ...textsAt(body, 'metrics').flatMap((metric) => ofMetric(metric, metric)),
    ...viewsOf(body).flatMap(({ name, target }) => ofMetric(`views.${name}`, target)),
  ]);
  return [...keys];
}

const intervalColumns: readonly AggregateColumn[] = [
  {
    key: 'intervalStart',
    title: 'From',
    type: 'instant',
    description: 'The start of the part of the interval.',
    cell: ({ interval }) => instantOf(interval?.split('/')[0]),
  },
  {
    key: 'intervalEnd',
    title: 'To',
    type: 'instant',
    description: 'The end of the part of the interval, which is not part of it.',
    cell: ({ interval }) => instantOf(interval?.split('/')[1]),
  },
  {
    key: 'qualifier',
    title: 'Qualifier',
    type: 'text',
    description: 'What the metrics of the row are qualified by; most have none.',
    cell: ({ qualifier }) => qualifier,
  },
];

function statisticColumns(
  key: string,
  metric: string,
  from: 'metrics' | 'views',
  name: string,
): readonly AggregateColumn[] {
  const where = from === 'metrics' ? `\`${metric}\`` : `\`${metric}\` in the range of the view \`${name}\``;
  return statisticsOf(metric).map(({ suffix, type, words, of }) => ({
    key: suffix === '' ? key : `${key}.${suffix}`,
    title: suffix === '' ? name : `${name} ${suffix}`,
    type,
    description: `${words.charAt(0).toUpperCase()}${words.slice(1)} ${where}.`,
    cell: (row) => {
      const stats = row[from].get(name);
      return stats === undefined ? undefined : of(stats);
    },
  }));
}

function viewsOf(body: JsonObject | undefined): readonly View[] {
  if (body === undefined) return [];
  return objectsAt(body, 'views').flatMap((view) => {
    const [name, target] = [textAt(view, 'name'), textAt(view, 'target')];
    return name === undefined || target === undefined ? [] : [{ name, target }];
  });
}
