/** Checks the body of an aggregates query, from its model to what it means as a whole. */
import { IANAZone } from 'luxon';
import type { Switches } from '../../switches.ts';
import { checkedBody } from '../../validate.ts';
import { requireFilter, sidesOf } from '../filterRules.ts';
import { type Span, spanOf } from '../interval.ts';
import { senseless } from '../refusals.ts';
import { aggregatesModels } from '../requestModels.ts';
import { withoutNulls } from '../withoutNulls.ts';
import { partsOf } from './granularity.ts';
import type { AggregatesQuery } from './model.ts';
import { requireViews } from './viewRules.ts';

export interface CheckedAggregates {
  readonly query: AggregatesQuery;
  readonly span: Span;
  /** The parts of the interval, in order and without gaps. */
  readonly parts: readonly Span[];
}

/** Dimensions only: the enum of `type` allows others, the predicate's model has no field for them. */
const filterSides = sidesOf(aggregatesModels, 'ConversationAggregateQueryFilter');

/** Throws a refusal with status 400 for what the published models do not allow, or what makes no sense. */
export function checkAggregatesQuery(body: unknown, switches: Switches): CheckedAggregates {
  const checked = checkedBody('ConversationAggregationQuery', body, switches, aggregatesModels);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the models were checked just above
  const query = withoutNulls(checked) as AggregatesQuery;
  if (query.metrics.length === 0) throw senseless('metrics', 'An aggregates query needs a metric.');
  if (query.filter) requireFilter(query.filter, 'filter', filterSides);
  requireViews(query.views ?? []);
  requireRanking(query);
  const zone = zoneOf(query);
  const span = spanOf(query.interval, zone, switches.intervalForms);
  return { query, span, parts: partsOf(span, query.granularity, zone, switches.granularityStarts) };
}

/** Published: UTC unless `timeZone` says otherwise. */
function zoneOf({ timeZone = 'UTC' }: AggregatesQuery): string {
  // Some runtimes take `+02:00` for a zone; the IANA database has no such name.
  if (/^[A-Za-z]/.test(timeZone) && IANAZone.isValidZone(timeZone)) return timeZone;
  throw senseless('timeZone', 'A time zone is a name of the IANA time zone database.');
}

/** What the first or last groups need. That they need all of it is inferred. */
function requireRanking({ queryType = 'groupBy', sortMetric, limit, groupBy = [] }: AggregatesQuery): void {
  if (limit !== undefined && limit < 1) throw senseless('limit', 'The limit is at least 1.');
  if (queryType === 'groupBy') return;
  if (groupBy.length === 0) throw senseless('groupBy', `A query of type ${queryType} needs a dimension to group by.`);
  if (!sortMetric) throw senseless('sortMetric', `A query of type ${queryType} needs a metric to sort by.`);
  if (limit === undefined) throw senseless('limit', `A query of type ${queryType} needs a limit.`);
}
