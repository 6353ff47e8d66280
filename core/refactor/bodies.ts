/** A list of codes as pieces of text that can change places. */
import { dashOf } from '../format/dash.ts';
import type { Page } from '../format/page.ts';
import type { Span } from '../text/position.ts';
import type { Node, SeqNode } from '../text/tree.ts';

/** An entry with the comments that belong to it, without its last line break. Empty lines stay between the bodies. */
export interface Body {
  readonly span: Span;
  readonly node: Node;
}

/** Undefined where not every entry has lines of its own. */
export function bodiesOf(page: Page, codes: SeqNode): readonly Body[] | undefined {
  const dashes = codes.items.map((item) => dashOf(page, codes, item));
  const bodies: Body[] = [];
  let free = page.lineOf(codes.span.start);
  while (free > 0 && isComment(page, free - 1)) free--;
  for (const [index, node] of codes.items.entries()) {
    const dash = dashes[index];
    if (dash === undefined || !page.beginsLine(dash)) return undefined;
    const first = commentsAbove(page, page.lineOf(dash), free);
    const next = dashes[index + 1];
    const last = commentsBelow(
      page,
      node,
      page.columnOf(dash),
      next === undefined ? page.lineCount : page.lineOf(next),
    );
    bodies.push({ span: { start: page.spanOf(first).start, end: page.spanOf(last).end }, node });
    free = last + 1;
  }
  return bodies;
}

/** The first of the comments that stand directly above; one that stands deeper belongs to the entry before. */
function commentsAbove(page: Page, line: number, free: number): number {
  const column = page.indentOf(line);
  let first = line;
  while (first > free && isComment(page, first - 1) && page.indentOf(first - 1) <= column) first--;
  return first;
}

/** The last line of an entry, with the comments below that are indented like its fields. */
function commentsBelow(page: Page, node: Node, column: number, next: number): number {
  let last = page.lineOf(node.span.end);
  for (let line = last + 1; line < next; line++) {
    if (page.isBlank(line)) continue;
    if (!isComment(page, line) || page.indentOf(line) <= column) break;
    last = line;
  }
  return last;
}

function isComment(page: Page, line: number): boolean {
  return page.text[page.spanOf(line).start + page.indentOf(line)] === '#';
}
