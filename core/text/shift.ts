/** The same tree somewhere else in the text. */
import type { Span } from './position.ts';
import type { Node, Pair, ScalarNode, SyntaxProblem } from './tree.ts';

/** Says where a span of one text stands in another. */
export type Moved = (span: Span) => Span;

export function movedBy(by: number): Moved {
  return ({ start, end }) => ({ start: start + by, end: end + by });
}

export function moveNode(node: Node, moved: Moved): Node {
  if (node.kind === 'scalar') return moveScalar(node, moved);
  const span = moved(node.span);
  return node.kind === 'map'
    ? { ...node, span, pairs: node.pairs.map((pair) => movePair(pair, moved)) }
    : { ...node, span, items: node.items.map((item) => moveNode(item, moved)) };
}

export function movePair({ span, key, value }: Pair, moved: Moved): Pair {
  return {
    span: moved(span),
    key: moveScalar(key, moved),
    value: value === undefined ? undefined : moveNode(value, moved),
  };
}

export function moveScalar(node: ScalarNode, moved: Moved): ScalarNode {
  return { ...node, span: moved(node.span) };
}

export function moveProblem(problem: SyntaxProblem, moved: Moved): SyntaxProblem {
  const { related, shift } = problem;
  return {
    ...problem,
    span: moved(problem.span),
    ...(related === undefined ? {} : { related: related.map(({ message, span }) => ({ message, span: moved(span) })) }),
    ...(shift === undefined ? {} : { shift: { span: moved(shift.span), by: shift.by } }),
  };
}
