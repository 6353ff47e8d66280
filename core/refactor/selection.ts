/** What a range of a source is about: a catalog, its codes, and those of them that the range meets. */
import { documentKind } from '../check/fileKind.ts';
import { dashOf } from '../format/dash.ts';
import { pageOf, type Page } from '../format/page.ts';
import type { Range, Span } from '../text/position.ts';
import type { MapNode, Node, SeqNode, SourceFile } from '../text/tree.ts';
import { childOf } from '../text/walk.ts';

export interface Catalog {
  readonly root: MapNode;
  readonly codes: SeqNode;
}

export interface Selection {
  readonly source: SourceFile;
  readonly page: Page;
  readonly span: Span;
  /** The document at the beginning of the range. */
  readonly root: Node | undefined;
  /** That document, where it is a catalog with a list of codes. */
  readonly catalog: Catalog | undefined;
  /** The codes that the range meets, as far as they can be read. */
  readonly entries: readonly MapNode[];
}

export function selectionIn(source: SourceFile, range: Range): Selection {
  const { lines, documents } = source;
  const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  const page = pageOf(source);
  const document = documents.find((candidate) => span.start <= candidate.span.end) ?? documents.at(-1);
  const root = document?.root;
  const catalog = catalogIn(source, root);
  const entries = catalog?.codes.items.filter(
    (item): item is MapNode => isEditable(source, item) && meets(page, catalog.codes, item, span),
  );
  return { source, page, span, root, catalog, entries: entries ?? [] };
}

function catalogIn({ name }: SourceFile, root: Node | undefined): Catalog | undefined {
  if (root?.kind !== 'map' || documentKind(name, root) !== 'WrapUpCatalog') return undefined;
  const codes = childOf(root, 'codes');
  return codes?.kind === 'seq' && codes.alias !== true ? { root, codes } : undefined;
}

/** A map that is written here, where all its white space is plain: other spaces are told, and taken away, by checks. */
function isEditable({ text }: SourceFile, node: Node): node is MapNode {
  const isWritten = node.kind === 'map' && node.alias !== true && node.pairs.length > 0;
  return isWritten && hasPlainSpace(text, node);
}

export function hasPlainSpace(text: string, { span: { start, end } }: { readonly span: Span }): boolean {
  return !/[^\S \t\r\n]/.test(text.slice(start, end + 1));
}

/** A range of lines takes an entry in, also where it covers a part of it. */
function meets(page: Page, codes: SeqNode, item: Node, { start, end }: Span): boolean {
  const dash = codes.flow ? undefined : dashOf(page, codes, item);
  const first = page.lineOf(dash ?? item.span.start);
  const last = page.lineOf(item.span.end);
  const to = page.lineOf(end);
  const isBefore = end > start && page.columnOf(end) === 0 ? to - 1 < first : to < first;
  return !isBefore && page.lineOf(start) <= last;
}
