/** Completion of keys, values and whole pieces, also in half-typed files. */
import { isQueryKind, type FileKind } from '../../contract/schema.ts';
import type { Position } from '../../text/position.ts';
import { lineStart } from '../../text/edit.ts';
import type { Node, SourceFile } from '../../text/tree.ts';
import { childOf } from '../../text/walk.ts';
import { documentKind, fileKindOf } from '../fileKind.ts';
import { guessQueryKind } from '../query/guessQueryKind.ts';
import type { CheckContext } from '../indexes/indexes.ts';
import { factsFor } from '../indexes/projectFacts.ts';
import type { CompletionItem } from './completionItem.ts';
import { cursorAt, type Cursor } from './cursor.ts';
import { itemSnippets } from './itemSnippets.ts';
import { keys } from './keys.ts';
import type { Draft, Site } from './site.ts';
import { templates } from './snippets.ts';
import { values } from './valueItems.ts';
import { kindsIn } from './values.ts';

/**
 * What could be typed at a position, best first. Uses the head of the file, the entry at the position and the context,
 * never the other entries and never the network.
 */
export function complete(source: SourceFile, position: Position, context: CheckContext): readonly CompletionItem[] {
  return draftsAt(source, beforeLineBreak(source, position), context).map((item, index) => ({
    ...item,
    sortText: String(index).padStart(5, '0'),
  }));
}

/** What a client shows; `isIncomplete` says that it has to ask again when more is typed. */
export interface Completion {
  readonly items: readonly CompletionItem[];
  readonly isIncomplete: boolean;
}

/** More than these are too many to send at each key: an org has thousands of queues. */
const most = 1000;

/** The same, cut where it is long to what goes with the text that is typed already. */
export function completeSome(source: SourceFile, position: Position, context: CheckContext): Completion {
  const all = complete(source, position, context);
  if (all.length <= most) return { items: all, isIncomplete: false };
  const end = source.lines.offsetAt(position);
  const fits = all.filter(({ label, range }) => {
    const typed = source.text.slice(source.lines.offsetAt(range.start), end);
    return goesWith(label, typed.replaceAll(/['"]/g, ''));
  });
  return { items: fits.slice(0, most), isIncomplete: true };
}

/** True where the letters that are typed occur in this order, as editors compare them. */
function goesWith(label: string, typed: string): boolean {
  let at = 0;
  const text = label.toLowerCase();
  for (const letter of typed.toLowerCase()) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** No cursor stands between the two characters of a line break. */
function beforeLineBreak({ text, lines }: SourceFile, { line, character }: Position): Position {
  const offset = lines.offsetAt({ line, character });
  return { line, character: text.startsWith('\r\n', offset - 1) ? character - 1 : character };
}

function draftsAt(source: SourceFile, position: Position, context: CheckContext): readonly Draft[] {
  const offset = source.lines.offsetAt(position);
  const start = source.lines.offsetAt({ line: position.line, character: 0 });
  // What is typed right behind the dashes would make a key of them.
  if (/^(?:---|\.\.\.)$/.test(source.text.slice(start, offset))) return [];
  // An empty document ends with its dashes, and what is typed below belongs to it.
  const document = source.documents.findLast(({ span }) => span.start <= offset) ?? source.documents[0];
  const kind = kindAt(source, document?.root);
  if (kind === undefined) return [];
  const isNew = (root: Node | undefined): boolean => root === undefined || root.kind === 'scalar';
  const isEmpty = isQueryKind(kind) ? isNew(document?.root) : source.documents.every(({ root }) => isNew(root));
  const beginnings = isEmpty ? emptyDocument(source, position, kind) : [];
  // A query may begin with any of its keys.
  if (isEmpty && (!isQueryKind(kind) || document?.root === undefined)) return beginnings;
  const around = { source, context, kind, root: document?.root, facts: factsFor(source, context) };
  const cursor = cursorAt(source, position);
  if (cursor === undefined || isWithinBlock(source, cursor)) return betweenItems(around, position);
  if (isBeforeOther(source, cursor, offset)) return [];
  const site: Site = { ...around, cursor, range: source.lines.rangeOf(cursor.span) };
  const items = cursor.typing === 'key' ? keys(site, cursor.path.slice(0, -1)) : values(site);
  const isTop = cursor.path.length === 1 && cursor.typing === 'key';
  const pieces = items.length === 0 || isTop ? betweenItems(around, position) : [];
  return [...beginnings, ...pieces, ...items];
}

/** A query without its `kind:` yet is what its keys make it. */
function kindAt({ name }: SourceFile, root: Node | undefined): FileKind | undefined {
  const kind = documentKind(name, root) ?? (fileKindOf(name) === undefined ? 'WrapUpCatalog' : undefined);
  return kind === 'query' ? ((root && guessQueryKind(root)) ?? 'ConversationDetails') : kind;
}

function emptyDocument({ name, text, lines }: SourceFile, position: Position, kind: FileKind): readonly Draft[] {
  // Templates are YAML; in JSON they would be broken text.
  if (name.endsWith('.json')) return [];
  const start = { line: position.line, character: 0 };
  if (text.slice(lines.offsetAt(start), lines.offsetAt(position)).includes('#')) return [];
  return templates(kindsIn(name), kind, { start, end: position });
}

/** True where what is typed would join or take away something else: the text behind the cursor, a dash, a colon or the lines below. */
function isBeforeOther({ text }: SourceFile, { span, style, typing, typed }: Cursor, offset: number): boolean {
  const replaced = text.slice(span.start, span.end);
  if (/^\s+\S|^-\s|^---|\n/.test(replaced) || (typing === 'key' && replaced.endsWith(':'))) return true;
  if (style !== 'plain' || typed !== '') return false;
  const isIndent = text.slice(lineStart(text, offset), offset).trim() === '';
  return (isIndent ? /^[ \t]*[#[{'"]/ : /^[ \t]*[[{'"]/).test(text.slice(offset, offset + 200));
}

/** On an empty line whose next one is indented: a key at the top would take the lines below from their own key. */
function isWithinBlock({ text }: SourceFile, { path, typing, written, span }: Cursor): boolean {
  if (path.length !== 1 || typing !== 'key' || written !== '') return false;
  return /^[^\n]*\n(?:[ \t\r]*(?:#[^\n]*)?\n)*[ \t]+[^ \t\r\n#]/.test(text.slice(span.end, span.end + 1000));
}

/** On an empty line of a list of maps: a whole item, indented like those that are there. */
function betweenItems(around: Omit<Site, 'cursor' | 'range'>, position: Position): readonly Draft[] {
  const { source, root } = around;
  const start = source.lines.offsetAt({ line: position.line, character: 0 });
  const before = source.text.slice(start, source.lines.offsetAt(position));
  const above = source.text
    .slice(0, start)
    .match(/^[^\s#-][^:\n]*(?=:)/gm)
    ?.at(-1);
  const after = /^[^\r\n]*/.exec(source.text.slice(start + before.length))?.[0] ?? '';
  if (before.trim() !== '' || after.trim() !== '' || above === undefined) return [];
  const missing = indentOf(source, childOf(root, above), before.length) - before.length;
  if (missing < 0) return [];
  const site = { ...around, range: { start: position, end: position }, cursor: { list: undefined, inset: missing } };
  return itemSnippets(site, [above], '- ').map((item) => ({
    ...item,
    insertText: `${' '.repeat(missing)}${item.insertText}`,
  }));
}

/** Spaces before the dashes of a list; of an empty one as many as are typed, or two. */
function indentOf({ text }: SourceFile, list: Node | undefined, typed: number): number {
  const first = list?.kind === 'seq' && !list.flow ? list.items[0]?.span.start : undefined;
  const line = first === undefined ? '' : text.slice(text.lastIndexOf('\n', first - 1) + 1, first);
  return /^ *(?=-)/.exec(line)?.[0].length ?? (typed === 0 ? 2 : typed);
}
