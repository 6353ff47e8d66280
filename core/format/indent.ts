/** Where each line of the lists and maps should begin. */
import { insert, type SpanEdit } from '../text/edit.ts';
import type { Span } from '../text/position.ts';
import type { MapNode, Node, SeqNode, SourceFile } from '../text/tree.ts';
import { linesOfTexts } from './blank.ts';
import type { Page } from './page.ts';
import { dashOf } from './dash.ts';
import { isBlock, type Style } from './style.ts';

/** A line's own beginning, or how far it moves with the text that it goes on with. */
type Move = { readonly to: number } | { readonly by: number };

/** Edits that indent as `style` says what lies wholly in `within`; what does not stays where it is. */
export function indentEdits(source: SourceFile, page: Page, style: Style, within: Span): readonly SpanEdit[] {
  const moves = new Map<number, Move>();
  const edits: SpanEdit[] = [];
  const isFree = ({ start, end }: Span): boolean => within.start <= start && end <= within.end;

  const place = (node: Node, column: number): void => {
    if (node.kind === 'map') placePairs(node, column);
    else if (node.kind === 'seq') placeItems(node, column);
  };

  /** The value's further lines keep their distance to the line that they belong to. */
  const carry = (from: number, value: Span, by: number): void => {
    for (let line = page.lineOf(from) + 1; line <= page.lineOf(value.end); line++) moves.set(line, { by });
  };

  const below = (value: Node, owner: number, column: number, by: number): void => {
    if (!isBlock(value)) carry(owner, value.span, by);
    else if (isFree(wholeLines(page, value.span))) place(value, column);
    else place(value, columnOfBlock(page, value) + by);
  };

  const placePairs = (map: MapNode, column: number): void => {
    for (const { key, value } of map.pairs) {
      if (page.beginsLine(key.span.start)) moves.set(page.lineOf(key.span.start), { to: column });
      if (value === undefined) continue;
      const by = column - page.columnOf(key.span.start);
      const step = value.kind === 'map' ? style.mapStep : style.dashStep;
      if (isBlock(value) && !page.beginsLine(value.span.start)) carry(key.span.start, value.span, by);
      else below(value, key.span.start, column + step, by);
    }
  };

  const placeItems = (seq: SeqNode, column: number): void => {
    for (const item of seq.items) {
      const dash = dashOf(page, seq, item);
      if (dash === undefined) continue;
      if (page.beginsLine(dash)) moves.set(page.lineOf(dash), { to: column });
      const by = column - page.columnOf(dash);
      const gap = page.text.slice(dash + 1, item.span.start);
      const isFar = gap.includes('\n');
      const isWritten = item.span.end > item.span.start;
      const isPlain = isWritten && /^ +$/.test(gap) && isFree(wholeLines(page, { start: dash, end: item.span.end }));
      if (isPlain && gap.length !== style.dashGap)
        edits.push({ span: { start: dash + 1, end: item.span.start }, newText: ' '.repeat(style.dashGap) });
      const inner = isPlain || isFar ? column + 1 + style.dashGap : page.columnOf(item.span.start) + by;
      below(item, dash, inner, by);
    }
  };

  for (const { root } of source.documents)
    if (root !== undefined && isBlock(root)) place(root, columnOfBlock(page, root));
  withComments(page, moves);
  // What stands in empty lines is of no account, unless they are part of a text.
  const texts = linesOfTexts(source, page);
  for (const [line, move] of moves)
    if (!page.isBlank(line) || texts.has(line)) edits.push(...movedLine(page, line, move, within));
  return edits;
}

/** Of its keys, or of its dashes: what was read after an error begins behind its first dash. */
function columnOfBlock(page: Page, node: Node): number {
  const [first] = node.kind === 'seq' ? node.items : [];
  const dash = node.kind === 'seq' && first !== undefined ? dashOf(page, node, first) : undefined;
  return page.columnOf(dash ?? node.span.start);
}

export function wholeLines(page: Page, { start, end }: Span): Span {
  return { start: page.spanOf(page.lineOf(start)).start, end: page.spanOf(page.lineOf(end)).end };
}

/** A comment on a line of its own goes with the line below it, or else above it, that begins in its column. */
function withComments(page: Page, moves: Map<number, Move>): void {
  let below: number | undefined;
  for (let line = page.lineCount - 1; line >= 0; line--) {
    if (page.isBlank(line)) continue;
    if (moves.has(line) || !isComment(page, line)) {
      below = line;
      continue;
    }
    const neighbour = [below, above(page, line)].find(
      (other) => other !== undefined && page.indentOf(other) === page.indentOf(line),
    );
    const move = neighbour === undefined ? undefined : moves.get(neighbour);
    if (move !== undefined) moves.set(line, move);
  }
}

function above(page: Page, from: number): number | undefined {
  let line = from - 1;
  while (line >= 0 && (page.isBlank(line) || isComment(page, line))) line--;
  return line < 0 ? undefined : line;
}

function isComment(page: Page, line: number): boolean {
  return page.text[page.spanOf(line).start + page.indentOf(line)] === '#';
}

function movedLine(page: Page, line: number, move: Move, within: Span): readonly SpanEdit[] {
  const { start } = page.spanOf(line);
  const indent = page.indentOf(line);
  const by = 'to' in move ? move.to - indent : move.by;
  if (by === 0 || start < within.start || start > within.end) return [];
  if (by > 0) return page.isBlank(line) && indent === 0 ? [] : [insert(start, ' '.repeat(by))];
  return indent === 0 ? [] : [{ span: { start, end: start + Math.min(-by, indent) }, newText: '' }];
}
