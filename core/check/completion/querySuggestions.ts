/** The values that make sense at a place of a query, beyond those that its schema lists. */
import { dimensionFactsOf } from '../../contract/dimensions.ts';
import { systemCodeNames } from '../../contract/generated/api.ts';
import type { SchemaPath } from '../../contract/schema.ts';
import { intervalWords, resolveInterval } from '../../query/compile/index.ts';
import type { CatalogCode, NamedKind, QueryKind } from '../../query/model.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText } from '../../text/walk.ts';
import type { Cursor } from './cursor.ts';
import type { CheckContext } from '../indexes.ts';
import { namedBy, orgList } from '../orgNames.ts';
import { columnsAt } from '../queryColumns.ts';
import { aggregatedNames } from '../queryFamilies.ts';
import { zoneOf } from '../queryInterval.ts';
import { whereKeyAt } from '../queryWords.ts';
import type { Suggestion } from './values.ts';

export interface QuerySite {
  readonly kind: QueryKind;
  readonly path: SchemaPath;
  readonly cursor: Cursor;
  readonly root: Node | undefined;
  readonly context: CheckContext;
}

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
function excludedValues({ path, context }: QuerySite): readonly Suggestion[] {
  const column = path[2];
  if (typeof column !== 'string') return [];
  const named = Object.hasOwn(namedColumns, column) ? namedColumns[column] : undefined;
  return named === undefined ? dimensionValues(column, context) : namesOf(named, context);
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

function whereValues({ kind, path, cursor, context }: QuerySite): readonly Suggestion[] {
  const keys = path.filter((step) => typeof step === 'string');
  const picked = keys[1] === 'wrapUpCode' ? keys[2] : undefined;
  if (picked !== undefined) return codeFacts(picked, context.catalogs ?? []);
  const known = whereKeyAt(kind, keys);
  const presence = cursor.typing === 'item' || known === undefined ? [] : presenceOf(known.type);
  if (known === undefined || known.type === 'metric') return presence;
  const values = known.named === undefined ? dimensionValues(known.field, context) : namesOf(known.named, context);
  return [...values, ...presence];
}

function presenceOf(type: 'dimension' | 'metric'): readonly Suggestion[] {
  return [
    { text: 'exists', kind: 'word', detail: `there is such a ${type}` },
    { text: 'missing', kind: 'word', detail: `there is no such ${type}` },
  ];
}

/** Names of the files first, then those of the org. */
function namesOf(named: NamedKind, context: CheckContext): readonly Suggestion[] {
  const { catalogs = [], queueNames = [], org } = context;
  const inOrg = (orgList(named, context) ?? [])
    .filter(({ deleted }) => deleted !== true)
    .map(({ name }) => reference(name, `in ${org?.org.name}`));
  const inFiles =
    named === 'wrapUpCode'
      ? catalogs.map(({ name, code }) => reference(name, code ?? 'code of a catalog'))
      : named === 'queue'
        ? queueNames.map((name) => reference(name, 'queue of a catalog'))
        : [];
  const system =
    named === 'wrapUpCode'
      ? systemCodeNames.map((text): Suggestion => ({ text, kind: 'word', detail: 'system code' }))
      : [];
  return unique([...inFiles, ...inOrg, ...system]);
}

function codeFacts(by: string, catalogs: readonly CatalogCode[]): readonly Suggestion[] {
  const facts: Readonly<Record<string, (code: CatalogCode) => readonly (string | undefined)[]>> = {
    name: (code) => [code.name],
    code: (code) => [code.code],
    category: (code) => [code.category],
    subcategory: (code) => [code.subcategory],
    tag: (code) => code.tags,
  };
  const textsIn = facts[by];
  if (textsIn === undefined) return [];
  const counts = new Map<string, number>();
  for (const text of catalogs.flatMap(textsIn)) if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => reference(text, count === 1 ? '1 code' : `${count} codes`));
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

function unique(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const seen = new Set<string>();
  return suggestions.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function reference(text: string, detail: string): Suggestion {
  return { text, kind: 'reference', detail };
}
