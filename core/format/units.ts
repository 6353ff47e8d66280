/** The parts of a file that can be read without the others: keys at the top, and the items below them. */
import type { Span } from '../text/position.ts';
import type { Node, SourceFile } from '../text/tree.ts';
import type { Page } from './page.ts';
import { dashOf } from './dash.ts';
import { isBlock } from './style.ts';

/** Spans of whole lines, each from its first line to the first one of the next. */
export function unitsOf(source: SourceFile, page: Page): readonly Span[] {
  const starts = source.documents.flatMap(({ root }) => (root === undefined ? [] : startsIn(page, root)));
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? page.text.length }));
}

function startsIn(page: Page, node: Node): readonly number[] {
  if (node.kind === 'map' && isBlock(node)) {
    return node.pairs.flatMap(({ key, value }) => [
      lineStart(page, key.span.start),
      ...(value?.kind === 'seq' ? itemStarts(page, value) : []),
    ]);
  }
  return node.kind === 'seq' && isBlock(node) ? itemStarts(page, node) : [lineStart(page, node.span.start)];
}

function itemStarts(page: Page, node: Node & { readonly kind: 'seq' }): readonly number[] {
  if (!isBlock(node)) return [];
  return node.items.flatMap((item) => {
    const dash = dashOf(page, node, item);
    return dash === undefined ? [] : [lineStart(page, dash)];
  });
}

function lineStart(page: Page, offset: number): number {
  return page.spanOf(page.lineOf(offset)).start;
}
