/** The values that make sense at a place of a query, beyond those that its schema lists. */
import { dimensionFactsOf } from '../../contract/dimensions.ts';
import { intervalWords, resolveInterval } from '../../query/compile/index.ts';
import type { NamedKind, QueryKind } from '../../query/model.ts';
import { childOf, isText } from '../../text/walk.ts';
import { codeIndex, codeKeys } from '../indexes/codeIndex.ts';
import type { CheckContext } from '../indexes/indexes.ts';
import { namedBy, orgList } from '../orgNames.ts';
import { columnsAt } from '../query/queryColumns.ts';
import { aggregatedNames } from '../query/queryFamilies.ts';
import { zoneOf } from '../query/queryInterval.ts';
import { whereKeyAt } from '../query/queryWords.ts';
import { aboutCode, codeNames, codes, namesOf } from './names.ts';
import type { ValueSite } from './site.ts';
import { normalOf, reference, unique, type Suggestion } from './suggestion.ts';

/** A place of a query. */
export type QuerySite = ValueSite & { readonly kind: QueryKind };

export function queryValues(site: QuerySite): readonly Suggestion[] {
  const { path } = site;
  if (path[0] === 'output' && path[1] === 'exclude') return excludedValues(site);
  if (path[0] === 'output') return columnValues(site);
  if (path[0] === 'where') return path.at(-1) === '*' ? [] : whereValues(site);
  const key = path.findLast((step) => typeof step === 'string' && step !== '*');
  switch (key) {
    case 'interval':
      return path.length === 1 ? intervals(site) : [];
    case 'granularity':
      return granularities;
    case 'timeZone':
      return zones(site.context);
    case 'value':
      return predicateValues(site);
    case 'dimension':
    case 'metric':
      return path[0] === 'aggregations'
        ? aggregatedNames(site.kind, key).map((text): Suggestion => ({ text, kind: 'word' }))
        : [];
    default:
      return [];
  }
}

function columnValues({ kind, path, root }: QuerySite): readonly Suggestion[] {
  const isColumn = path[1] === 'columns' || (path[1] === 'chart' && ['x', 'y', 'stack'].includes(String(path[2])));
  if (!isColumn) return [];
  const count: readonly Suggestion[] =
    path[2] === 'y' ? [{ text: 'count', kind: 'word', detail: 'number of rows' }] : [];
  const columns = columnsAt(kind, root).map(
    ({ key, title, description }): Suggestion => ({
      text: key,
      kind: 'word',
      detail: title,
      ...(description === undefined ? {} : { documentation: description }),
    }),
  );
  return [...count, ...columns];
}

const namedColumns: Readonly<Record<string, NamedKind>> = {
  queue: 'queue',
  agent: 'user',
  division: 'division',
  wrapUpName: 'wrapUpCode',
};

/** Columns have the names of the dimensions that they show, and their values. What has a name is excluded by it. */
function excludedValues({ path, context, facts }: QuerySite): readonly Suggestion[] {
  const column = path[2];
  if (typeof column !== 'string') return [];
  const named = Object.hasOwn(namedColumns, column) ? namedColumns[column] : undefined;
  return named === undefined ? dimensionValues(column, context) : namesOf(named, { context, facts });
}

function intervals({ root, context }: QuerySite): readonly Suggestion[] {
  const timeZone = zoneOf(root, context) ?? 'UTC';
  return intervalWords.map(({ text, meaning }) => {
    const resolved = resolveInterval(text, { now: context.now, timeZone });
    return {
      text,
      kind: 'word',
      documentation: meaning,
      ...(resolved.ok ? { detail: resolved.interval.sent } : {}),
    };
  });
}

const granularities: readonly Suggestion[] = [
  ['PT15M', 'a quarter of an hour'],
  ['PT30M', 'half an hour'],
  ['PT1H', 'an hour'],
  ['P1D', 'a day'],
  ['P1W', 'a week'],
  ['P1M', 'a month'],
].map(([text = '', detail = '']) => ({ text, detail, kind: 'word' }));

function zones({ project }: CheckContext): readonly Suggestion[] {
  const own = project?.timeZone;
  const first: readonly Suggestion[] =
    own === undefined ? [] : [{ text: own, kind: 'word', detail: 'the time zone of this project' }];
  const others = ['UTC', ...Intl.supportedValuesOf('timeZone')].filter((zone) => zone !== own);
  return [...first, ...others.map((text): Suggestion => ({ text, kind: 'word' }))];
}

function whereValues(site: QuerySite): readonly Suggestion[] {
  const { kind, path, cursor, context, facts } = site;
  const keys = path.filter((step) => typeof step === 'string');
  const picked = keys[1] === 'wrapUpCode' ? keys[2] : undefined;
  if (picked !== undefined) return codeFacts(picked, site);
  const known = whereKeyAt(kind, keys);
  const presence = cursor.typing === 'item' || known === undefined ? [] : presenceOf(known.type);
  if (known === undefined || known.type === 'metric') return presence;
  const values =
    known.named === undefined ? dimensionValues(known.field, context) : namesOf(known.named, { context, facts });
  return [...values, ...presence];
}

function presenceOf(type: 'dimension' | 'metric'): readonly Suggestion[] {
  return [
    { text: 'exists', kind: 'word', detail: `there is such a ${type}` },
    { text: 'missing', kind: 'word', detail: `there is no such ${type}` },
  ];
}

/** What codes can be picked by; subcategories are those of the category beside it, where there is one. */
function codeFacts(by: string, { cursor, context }: QuerySite): readonly Suggestion[] {
  const { catalogs = [] } = context;
  if (by === 'name') return unique(codeNames(catalogs), normalOf);
  if (by === 'code')
    return catalogs.flatMap((code) =>
      code.code === undefined ? [] : reference(code.code, code.name, aboutCode(code)),
    );
  const key = codeKeys.find((known) => known === by);
  if (key === undefined) return [];
  const beside = by === 'subcategory' ? childOf(cursor.map, 'category') : undefined;
  const counts = [...codeIndex(catalogs)[key]].map(([text, found]): readonly [string, number] => [
    text,
    isText(beside) ? found.filter(({ category }) => category === beside.value).length : found.length,
  ]);
  return counts.filter(([, count]) => count > 0).map(([text, count]) => reference(text, codes(count)));
}

/** Published values, and the ids of what has a name. */
function dimensionValues(dimension: string, context: CheckContext): readonly Suggestion[] {
  const facts = dimensionFactsOf(dimension);
  if (facts?.type === 'boolean') return ['true', 'false'].map((text) => ({ text, kind: 'word' }));
  if (facts?.values !== undefined) return facts.values.map((text) => ({ text, kind: 'word' }));
  const named = namedBy(dimension);
  const list = named === undefined ? [] : (orgList(named, context) ?? []);
  return list.map(({ id, name }) => ({ text: id, kind: 'reference', detail: name }));
}

function predicateValues({ cursor, context }: QuerySite): readonly Suggestion[] {
  const dimension = childOf(cursor.map, 'dimension');
  if (!isText(dimension)) return [];
  return dimensionValues(dimension.value, context).map((suggestion) =>
    // A text for the API: YAML would make a boolean of it.
    suggestion.text === 'true' || suggestion.text === 'false' ? { ...suggestion, kind: 'text' } : suggestion,
  );
}
