/** The tree of a file from the trees of its pieces. */
import { tidy, maxProblems } from '../parse.ts';
import { linesOf } from '../position.ts';
import type { Node, Pair, SourceFile, SyntaxProblem } from '../tree.ts';
import type { Frame, Outline } from './frame.ts';
import type { Item } from './model.ts';
import type { Piece } from './piece.ts';
import { moveNode, movePair, moveProblem, moveScalar, movedBy, type Moved } from '../shift.ts';

/** The outline that holds for these items; undefined where there is none. */
export function outlineFor(frame: Frame, broken: boolean): Outline | undefined {
  return broken || frame.shared.broken ? frame.pieces() : frame.whole;
}

/** What `readSource` makes of the head, these items, and what stands behind them. `items` are not empty. */
export function compose(name: string, frame: Frame, items: readonly Piece[], indent: number): SourceFile {
  const outline = outlineFor(
    frame,
    items.some(({ shared }) => shared.broken),
  );
  if (outline === undefined) throw new Error('A file without outline is never composed.');
  const text = frame.head + items.map((item) => item.text).join('') + frame.tail;
  const cut = frame.head.length;
  const nodes: Node[] = [];
  const problems: SyntaxProblem[] = [];
  let start = cut;
  for (const item of items) {
    const moved = movedBy(start);
    nodes.push(moveNode(item.node, moved));
    if (problems.length < maxProblems) for (const problem of item.problems) problems.push(moveProblem(problem, moved));
    start += item.text.length;
  }
  const moved = around(cut, start - cut);
  const dash = cut + indent;
  const value: Node = { kind: 'seq', span: spanTo(dash, nodes), flow: false, items: nodes };
  const pairs = outline.root.pairs.map((pair) =>
    pair === outline.codes ? withItems(pair, value) : movePair(pair, moved),
  );
  const { span } = outline.document;
  const own = outline.problems.map((problem) => moveProblem(problem, moved));
  const inFront = own.filter((problem) => problem.span.start < cut);
  const behind = own.slice(inFront.length);
  return {
    name,
    text,
    lines: linesOf(text),
    documents: [
      {
        span: { start: span.start, end: span.end + start - cut },
        root: { ...outline.root, span: spanTo(outline.root.span.start, pairs), pairs },
      },
    ],
    problems: tidy([...inFront, ...problems, ...behind]),
  };
}

/** Spans behind the cut move, the others stay. */
function around(cut: number, by: number): Moved {
  return ({ start, end }) => (start >= cut ? { start: start + by, end: end + by } : { start, end });
}

function withItems({ key }: Pair, value: Item['node']): Pair {
  return {
    span: { start: key.span.start, end: value.span.end },
    key: moveScalar(key, (span) => span),
    value,
  };
}

function spanTo(start: number, children: readonly { readonly span: { readonly end: number } }[]): Node['span'] {
  return { start, end: Math.max(start, children.at(-1)?.span.end ?? start) };
}
