/** Completion of keys. */
import { allowedKeys, allowedTypes, hasFreeKeys, type KeyFacts } from '../../contract/descriptions.ts';
import { isQueryKind, type FileKind } from '../../contract/schema.ts';
import type { QueryKind } from '../../query/model.ts';
import { normaliseName } from '../../contract/names.ts';
import type { Node } from '../../text/tree.ts';
import { keyOf } from '../../text/walk.ts';
import { columnsAt } from '../query/queryColumns.ts';
import { whereDetail } from '../query/queryWords.ts';
import { takesRange } from '../survey/surveyFields.ts';
import { typeInWords } from '../typeWords.ts';
import type { Cursor } from './cursor.ts';
import { freeKeyNames, hasKnownKeys } from './freeKeyNames.ts';
import { isAsked, rankOf } from './keyOrder.ts';
import { mapSnippets } from './mapSnippets.ts';
import type { Draft, Site } from './site.ts';
import { keyAt } from './written.ts';

/** Keys of the map at `path` that are not there yet, and pieces that begin with one. */
export function keys(site: Site, path: Cursor['path']): Draft[] {
  const { kind, cursor, root } = site;
  const map = path.length === 0 ? root : cursor.map;
  const own = cursor.typing === 'key' ? cursor.written : undefined;
  const used = new Set(map?.kind === 'map' ? map.pairs.map(keyOf).filter((key) => key !== own) : []);
  const columns = isQueryKind(kind) && path.join('.') === 'output.exclude' ? columnsOf(kind, root) : [];
  const fixed = kind === 'SurveyRules' && !takesRange(root, path) ? [] : allowedKeys(kind, path);
  const named = [...fixed, ...columns]
    .flatMap((facts) => {
      const rank = used.has(facts.key) ? undefined : rankOf(kind, path, facts, site.context.project);
      return rank === undefined ? [] : [{ facts, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ facts }) => keyItem(site, path, facts));
  const snippets = mapSnippets(site, path).filter(({ key }) => key === undefined || !used.has(key));
  const free = freeKeyItems(site, path, used);
  // A condition mostly asks about a field.
  if (kind === 'SurveyRules') return [...free, ...named, ...snippets.map(({ item }) => item)];
  return [...named, ...snippets.map(({ item }) => item), ...free];
}

/** Behind `key: ` of a map, on the same line: its keys, in braces. */
export function keysInBraces(site: Site, path: Cursor['path']): Draft[] {
  const inner = {
    ...site.cursor,
    map: site.cursor.map && { ...site.cursor.map, flow: true, pairs: [] },
    hasColon: false,
  };
  return keys({ ...site, cursor: inner }, path).map((item) => ({ ...item, insertText: `{ ${item.insertText} }` }));
}

function keyItem(site: Site, path: Cursor['path'], { key, description, required, types }: KeyFacts): Draft {
  const { kind, cursor, range, context } = site;
  const written = keyAt(key, site);
  const asked = isAsked(kind, path, key, context.project) ? 'required by genesys.yaml' : undefined;
  const type = types
    .filter((one) => one !== 'null')
    .map((one) => typeInWords(one).replaceAll('`', ''))
    .join(' or ');
  return {
    label: key,
    kind: 'key',
    detail: required ? 'required' : (asked ?? whereDetail(kind, [...path, key]) ?? type),
    documentation: description,
    insertText: cursor.hasColon ? written : `${written}:${afterKey(kind, [...path, key], types, cursor)}`,
    isSnippet: !cursor.hasColon,
    ...(written === key ? {} : { filterText: written }),
    range,
  };
}

/** The keys of `exclude` are columns. */
function columnsOf(kind: QueryKind, root: Node | undefined): readonly KeyFacts[] {
  return columnsAt(kind, root).map(({ key, title, description }) => ({
    key,
    required: false,
    description: description ?? title,
    types: ['string'],
  }));
}

/** Keys that people choose, where there is something to choose from. */
function freeKeyItems(site: Site, path: Cursor['path'], used: ReadonlySet<string>): Draft[] {
  const { cursor, range } = site;
  const taken = new Set([...used].map(normaliseName));
  return freeKeyNames(site, path)
    .filter(({ name: { text } }) => !taken.has(normaliseName(text)))
    .map(({ name: { text, detail, documentation }, value }) => {
      const written = keyAt(text, site);
      return {
        label: text,
        kind: 'reference',
        ...(detail !== undefined && { detail }),
        ...(documentation !== undefined && { documentation }),
        insertText: cursor.hasColon ? written : `${written}: ${value}`,
        isSnippet: false,
        ...(written === text ? {} : { filterText: written }),
        range,
      };
    });
}

/** What follows a key: a list, a new line for a map, or a space. Editors indent new lines as the cursor's line. */
function afterKey(kind: FileKind, path: Cursor['path'], types: readonly string[], { inset, map }: Cursor): string {
  const deeper = `\n${' '.repeat(inset + 2)}`;
  const isFlow = map?.flow === true;
  if (isQueryKind(kind) && types.includes('string')) return ' $0';
  const holdsMaps = types.includes('array') && allowedTypes(kind, [...path, '*']).includes('object');
  if (holdsMaps) return isFlow ? ' [{ $0 }]' : `${deeper}- ${path.at(-1) === 'codes' ? 'name: ' : ''}$0`;
  if (types.includes('array')) return ' [$0]';
  if (types.includes('object') && isFlow) return ' { $0 }';
  if (types.includes('object'))
    return hasFreeKeys(kind, path) && !hasKnownKeys(kind, path) ? `${deeper}\${1:name}: $0` : `${deeper}$0`;
  return types.includes('boolean') ? ' ${1|true,false|}' : ' $0';
}
