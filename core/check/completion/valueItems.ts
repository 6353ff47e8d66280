/** Completion of values: of a key, of an item of a list, and of the keys of a map that stands there. */
import { allowedTypes } from '../../contract/descriptions.ts';
import { normaliseName } from '../../contract/names.ts';
import { doubleQuoted, writeText } from '../../text/quote.ts';
import { textsOf } from '../../text/walk.ts';
import { holdsWords } from '../query/queryWords.ts';
import type { Cursor } from './cursor.ts';
import { keys, keysInBraces } from './keys.ts';
import { itemSnippets } from './itemSnippets.ts';
import type { Draft, Site } from './site.ts';
import { normalOf, type Suggestion } from './suggestion.ts';
import { suggestedValues } from './values.ts';
import { isJsonAt, quotedAs } from './written.ts';

export function values(site: Site): Draft[] {
  const { cursor, kind } = site;
  const types = allowedTypes(kind, cursor.path);
  const isList = cursor.typing === 'value' && types.includes('array');
  const holdsMaps = isList && allowedTypes(kind, [...cursor.path, '*']).includes('object');
  if (holdsMaps) return cursor.below ? itemSnippets(site, cursor.path, '- ') : [];
  const asList = isList && !types.includes('string');
  const items = valueItems(site, asList ? [...cursor.path, '*'] : cursor.path, asList);
  if (isList && types.includes('string')) items.push(...valueItems(site, [...cursor.path, '*'], true));
  if (!types.includes('object')) return items;
  if (cursor.typing === 'value' && !cursor.below)
    return cursor.typed === '' && !holdsWords(kind, cursor.path)
      ? [...items, ...keysInBraces(site, cursor.path)]
      : items;
  const fields = keys({ ...site, cursor: { ...cursor, map: undefined, hasColon: false } }, cursor.path);
  const whole = cursor.typing === 'item' ? itemSnippets(site, cursor.path.slice(0, -1), '') : [];
  return [...whole, ...items, ...fields];
}

/** What the list has already is left out; what is being typed is not. */
function valueItems(site: Site, path: Cursor['path'], asList: boolean): Draft[] {
  const { cursor, source } = site;
  const listed = textsOf(cursor.list).map(({ value }) => normaliseName(value));
  const taken = new Set(listed.filter((text) => !text.includes('\uE000')));
  return suggestedValues({ ...site, path, file: source.name })
    .filter((suggestion) => taken.size === 0 || !taken.has(normalOf(suggestion)))
    .map((suggestion) => valueItem(suggestion, site, asList));
}

function valueItem(suggestion: Suggestion, site: Site, asList: boolean): Draft {
  const { cursor, range } = site;
  const { text, detail, documentation, kind, snippet } = suggestion;
  const written = quotedAs(text, cursor.style) ?? (isJsonAt(site) ? doubleQuoted(text) : writeText(text));
  // A word needs no quotes, but in JSON.
  const raw = kind === 'word' && !isJsonAt(site) ? text : written;
  const inserted = snippet === undefined ? raw : inQuotes(snippet, cursor.style);
  return {
    label: text,
    kind: kind === 'reference' ? 'reference' : 'value',
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation }),
    insertText: asList ? `[${inserted}]` : inserted,
    isSnippet: snippet !== undefined,
    ...(raw === text ? {} : { filterText: raw }),
    range,
  };
}

function inQuotes(snippet: string, style: Cursor['style']): string {
  return style === 'double' ? `"${snippet}"` : style === 'single' ? `'${snippet}'` : snippet;
}
