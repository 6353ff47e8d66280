/** Checks the body of a details query, from its model to what it means as a whole. */
import { limitValue } from '../../facts.ts';
import type { Switches } from '../../switches.ts';
import { checkedBody } from '../../validate.ts';
import { requireSense, type Side, sidesOf } from '../filterRules.ts';
import { dayMs, type Span, spanOf } from '../interval.ts';
import { fieldRefused, paginationExceeded, senseless } from '../refusals.ts';
import { detailsModels } from '../requestModels.ts';
import { withoutNulls } from '../withoutNulls.ts';
import { requireAggregations } from './aggregationRules.ts';
import { type DetailsQuery, filterFamilies } from './model.ts';

export interface CheckedDetails {
  readonly query: DetailsQuery;
  readonly span: Span;
  readonly pageSize: number;
  readonly pageNumber: number;
}

const maximumResults = limitValue('analytics.details.query.maxResultsPaged');
const defaultPageSize = limitValue('analytics.details.query.pageSize.default');

/** Throws a refusal with status 400 for what the published models do not allow, or what makes no sense. */
export function checkDetailsQuery(body: unknown, switches: Switches): CheckedDetails {
  const checked = checkedBody('ConversationQuery', body, switches, detailsModels);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the models were checked just above
  const query = withoutNulls(checked) as DetailsQuery;
  for (const family of filterFamilies) requireSense(query[family], family, allowedSides(family));
  requireAggregations(query.aggregations ?? []);
  const span = spanOf(query.interval, 'utc', switches.intervalForms);
  requireLength(query, span, switches);
  return { query, span, ...pageOf(query, switches) };
}

function allowedSides(family: (typeof filterFamilies)[number]): readonly Side[] {
  const filters = detailsModels('ConversationQuery')?.[family]?.type ?? '';
  return sidesOf(detailsModels, filters.replace(/^array<(.+)>$/, '$1'));
}

function requireLength(query: DetailsQuery, span: Span, switches: Switches): void {
  const isFiltered = filterFamilies.some((family) => (query[family] ?? []).length > 0);
  const days = isFiltered ? switches.detailsIntervalMaximum : switches.detailsIntervalUnfiltered;
  if (days === 0 || span.to - span.from <= days * dayMs) return;
  const which = isFiltered ? 'with a filter' : 'without a filter';
  throw senseless('interval', `The interval of a query ${which} may not be longer than ${days} days.`);
}

/** Published: 25 conversations unless `paging` says otherwise, and no page beyond the first 100,000. */
function pageOf(query: DetailsQuery, switches: Switches): { readonly pageSize: number; readonly pageNumber: number } {
  const { pageSize, pageNumber } = query.paging ?? { pageSize: defaultPageSize, pageNumber: 1 };
  if (pageNumber < 1) throw fieldRefused('paging.pageNumber');
  if (pageSize < 1) throw fieldRefused('paging.pageSize');
  if (pageNumber * pageSize > maximumResults) throw paginationExceeded();
  if (pageSize <= switches.detailsPageSizeMaximum) return { pageSize, pageNumber };
  if (switches.pageSizeOverMaximum === 'refused') throw fieldRefused('paging.pageSize');
  return { pageSize: switches.detailsPageSizeMaximum, pageNumber };
}
