/** Completion of keys, values and whole codes, also in half-typed files. */
import { allowedKeys, allowedTypes, hasFreeKeys, type KeyFacts } from '../../contract/descriptions.ts';
import { isQueryKind, type FileKind } from '../../contract/schema.ts';
import type { Position, Range } from '../../text/position.ts';
import { doubleQuoted, writeText } from '../../text/quote.ts';
import type { Node, SourceFile } from '../../text/tree.ts';
import { keyOf, textsOf } from '../../text/walk.ts';
import type { CompletionItem } from './completionItem.ts';
import { cursorAt, type Cursor } from './cursor.ts';
import { documentKind, fileKindOf } from '../fileKind.ts';
import type { CheckContext } from '../indexes.ts';
import type { QueryKind } from '../../query/model.ts';
import { columnsAt } from '../queryColumns.ts';
import { guessQueryKind } from '../guessQueryKind.ts';
import { holdsWords, whereDetail } from '../queryWords.ts';
import { codeSnippet, templates } from './snippets.ts';
import { suggestedValues, type Suggestion } from './values.ts';

/** What could be typed at a position, best first. Uses the file and the context only, never the network. */
export function complete(source: SourceFile, position: Position, context: CheckContext): readonly CompletionItem[] {
  const offset = source.lines.offsetAt(position);
  // An empty document ends with its dashes, and what is typed below belongs to it.
  const document = source.documents.findLast(({ span }) => span.start <= offset) ?? source.documents[0];
  const kind = kindAt(source, document?.root);
  if (kind === undefined) return [];
  const isNew = (root: Node | undefined): boolean => root === undefined || root.kind === 'scalar';
  const isEmpty = isQueryKind(kind) ? isNew(document?.root) : source.documents.every(({ root }) => isNew(root));
  const beginnings = isEmpty ? emptyDocument(source, position, kind) : [];
  // A query may begin with any of its keys.
  if (isEmpty && (!isQueryKind(kind) || document?.root === undefined)) return beginnings;
  const cursor = cursorAt(source, position);
  if (cursor === undefined) return kind === 'WrapUpCatalog' ? betweenCodes(source, position) : [];
  const site: Site = { source, context, kind, cursor, root: document?.root, range: source.lines.rangeOf(cursor.span) };
  const items = cursor.typing === 'key' ? keys(site, cursor.path.slice(0, -1)) : values(site);
  if (items.length === 0 && kind === 'WrapUpCatalog') return betweenCodes(source, position);
  return [...beginnings, ...items].map((item, index) => ({ ...item, sortText: String(index).padStart(4, '0') }));
}

/** A query without its `kind:` yet is what its keys make it. */
function kindAt({ name }: SourceFile, root: Node | undefined): FileKind | undefined {
  const kind = documentKind(name, root) ?? (fileKindOf(name) === undefined ? 'WrapUpCatalog' : undefined);
  return kind === 'query' ? ((root && guessQueryKind(root)) ?? 'ConversationDetails') : kind;
}

interface Site {
  readonly source: SourceFile;
  readonly context: CheckContext;
  readonly kind: FileKind;
  readonly cursor: Cursor;
  readonly root: SourceFile['documents'][number]['root'];
  readonly range: Range;
}

type Draft = Omit<CompletionItem, 'sortText'>;

/** Keys of the map at `path` that are not there yet. */
function keys({ kind, cursor, root, range }: Site, path: Cursor['path']): Draft[] {
  const map = path.length === 0 ? root : cursor.map;
  const used = new Set(map?.kind === 'map' ? map.pairs.map(keyOf) : []);
  const own = cursor.typing === 'key' && cursor.hasColon ? String(cursor.path.at(-1)) : undefined;
  const columns = isQueryKind(kind) && path.join('.') === 'output.exclude' ? columnsOf(kind, root) : [];
  return [...allowedKeys(kind, path), ...columns]
    .filter(({ key }) => !used.has(key) || key === own)
    .toSorted((a, b) => Number(b.required) - Number(a.required))
    .map(({ key, description, required, types }) => {
      const written = quotedAs(key, cursor.style) ?? key;
      return {
        label: key,
        kind: 'key',
        detail: required
          ? 'required'
          : (whereDetail(kind, [...path, key]) ?? types.filter((type) => type !== 'null').join(' or ')),
        documentation: description,
        insertText: cursor.hasColon ? written : `${written}:${afterKey(kind, [...path, key], types, cursor)}`,
        isSnippet: !cursor.hasColon,
        ...(written === key ? {} : { filterText: written }),
        range,
      };
    });
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

/** Behind `key: ` of a map, on the same line: its keys, in braces. */
function keysInBraces(site: Site, path: Cursor['path']): Draft[] {
  const inner = {
    ...site.cursor,
    map: site.cursor.map && { ...site.cursor.map, flow: true, pairs: [] },
    hasColon: false,
  };
  return keys({ ...site, cursor: inner }, path).map((item) => ({ ...item, insertText: `{ ${item.insertText} }` }));
}

/** In the quotes that are typed already; undefined where there are none. */
function quotedAs(text: string, style: Cursor['style']): string | undefined {
  if (style === 'double') return doubleQuoted(text);
  return style === 'single' ? `'${text.replaceAll("'", "''")}'` : undefined;
}

/** What follows a key: a list, a new line for a map, or a space. Editors indent new lines as the cursor's line. */
function afterKey(kind: FileKind, path: Cursor['path'], types: readonly string[], { inset, map }: Cursor): string {
  const deeper = `\n${' '.repeat(inset + 2)}`;
  if (isQueryKind(kind) && types.includes('string')) return ' $0';
  if (types.includes('array') && isQueryKind(kind) && allowedTypes(kind, [...path, '*']).includes('object'))
    return map?.flow === true ? ' [{ $0 }]' : `${deeper}- $0`;
  if (types.includes('array')) return path.at(-1) === 'codes' ? `${deeper}- name: $0` : ' [$0]';
  if (types.includes('object') && map?.flow === true) return ' { $0 }';
  if (types.includes('object')) return hasFreeKeys(kind, path) ? `${deeper}\${1:name}: $0` : `${deeper}$0`;
  return types.includes('boolean') ? ' ${1|true,false|}' : ' $0';
}

function values(site: Site): Draft[] {
  const { cursor, kind, range } = site;
  const types = allowedTypes(kind, cursor.path);
  const taken = new Set(textsOf(cursor.list).map(({ value }) => value));
  const asList = cursor.typing === 'value' && types.includes('array') && !types.includes('string');
  const place = asList ? [...cursor.path, '*'] : cursor.path;
  const found = suggestedValues({ ...site, path: place }).filter(({ text }) => !taken.has(text));
  const items = found.map((suggestion) => valueItem(suggestion, cursor, asList, range));
  if (types.includes('array') && types.includes('string')) {
    const inside = suggestedValues({ ...site, path: [...cursor.path, '*'] });
    items.push(...inside.map((suggestion) => valueItem(suggestion, cursor, true, range)));
  }
  if (cursor.below && kind === 'WrapUpCatalog' && cursor.path.join() === 'codes') return [codeSnippet('- ', range)];
  if (!types.includes('object')) return items;
  if (cursor.typing === 'value' && !cursor.below)
    return cursor.typed === '' && !holdsWords(kind, cursor.path)
      ? [...items, ...keysInBraces(site, cursor.path)]
      : items;
  const isCode = kind === 'WrapUpCatalog' && cursor.path.length === 2 && cursor.path[0] === 'codes';
  const fields = keys({ ...site, cursor: { ...cursor, map: undefined, hasColon: false } }, cursor.path);
  return [...(isCode ? [codeSnippet('', range)] : []), ...fields];
}

function valueItem(
  { text, detail, documentation, kind }: Suggestion,
  cursor: Cursor,
  asList: boolean,
  range: Range,
): Draft {
  const written = quotedAs(text, cursor.style) ?? writeText(text);
  // A word needs no quotes, but in JSON.
  const isJson = cursor.map?.flow === true && cursor.map.pairs[0]?.key.style === 'double';
  const raw = kind === 'word' && !isJson ? text : written;
  return {
    label: text,
    kind: kind === 'reference' ? 'reference' : 'value',
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation }),
    insertText: asList ? `[${raw}]` : raw,
    isSnippet: false,
    ...(raw === text ? {} : { filterText: raw }),
    range,
  };
}

function emptyDocument({ name }: SourceFile, position: Position, kind: FileKind): CompletionItem[] {
  // Templates are YAML; in JSON they would be broken text.
  if (name.endsWith('.json')) return [];
  const start = { line: position.line, character: 0 };
  return templates(kind, { start, end: position }).map((item, index) => ({ ...item, sortText: String(index) }));
}

/** On an empty line of the list of codes: a whole code. */
function betweenCodes(source: SourceFile, position: Position): CompletionItem[] {
  const lineStart = source.lines.offsetAt({ line: position.line, character: 0 });
  const before = source.text.slice(lineStart, source.lines.offsetAt(position));
  const above = source.text
    .slice(0, lineStart)
    .match(/^[^\s#-][^:\n]*(?=:)/gm)
    ?.at(-1);
  if (before.trim() !== '' || above !== 'codes') return [];
  return [{ ...codeSnippet('- ', { start: position, end: position }), sortText: '0' }];
}
