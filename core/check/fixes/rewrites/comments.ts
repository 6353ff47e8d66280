/** Comments of what is rewritten: they stay, on lines of their own above. */
import { insert, lineBreakOf, lineStart, removePair, type SpanEdit } from '../../../text/edit.ts';
import type { Span } from '../../../text/position.ts';
import type { MapNode, Node, Pair } from '../../../text/tree.ts';

/** The comments in a span, without their line ends. `nodes` are all nodes in it: what is in their texts is no comment. */
export function commentsIn(text: string, span: Span, ...nodes: readonly (Node | undefined)[]): readonly string[] {
  const scalars = nodes.flatMap((node) => (node === undefined ? [] : scalarsIn(node)));
  const ends = [
    ...scalars.filter(({ start }) => start >= span.start && start < span.end),
    { start: span.end, end: span.end },
  ];
  let from = span.start;
  return ends
    .toSorted((a, b) => a.start - b.start)
    .flatMap(({ start, end }) => {
      const gap = text.slice(from, start);
      const first = from;
      from = Math.max(from, end);
      return [...gap.matchAll(/#[^\r\n]*/g)]
        .filter(({ index }) => /^$|[\s]/.test(text.slice(Math.max(0, first + index - 1), first + index)))
        .map(([comment]) => comment.trimEnd());
    });
}

/** One edit that takes comments away, and another that keeps them on the lines above. */
export function withComments(text: string, edit: SpanEdit, comments: readonly string[]): readonly SpanEdit[] {
  if (comments.length === 0) return [edit];
  const at = lineStart(text, edit.span.start);
  const indent = /^ */.exec(text.slice(at))?.[0] ?? '';
  const lines = comments.map((comment) => `${indent}${comment}${lineBreakOf(text)}`).join('');
  if (at === edit.span.start) return [{ ...edit, newText: lines + edit.newText }];
  return [insert(at, lines), edit];
}

/** Like `removePair`, with the comments in what is removed kept. */
export function removeKeeping(text: string, map: MapNode, pair: Pair): readonly SpanEdit[] | undefined {
  const [edit, ...others] = removePair(text, map, pair) ?? [];
  if (edit === undefined) return undefined;
  return [...withComments(text, edit, commentsIn(text, pair.span, pair.key, pair.value)), ...others];
}

/** Another text for a pair, with the comments in it kept. */
export function replacePair(text: string, pair: Pair, newText: string): readonly SpanEdit[] {
  return withComments(text, { span: pair.span, newText }, commentsIn(text, pair.span, pair.key, pair.value));
}

/** Spans of all texts in a node, in no order. What stands elsewhere, behind an alias, is one text. */
function scalarsIn(node: Node): readonly Span[] {
  if (node.kind === 'scalar' || node.alias === true) return [node.span];
  if (node.kind === 'seq') return node.items.flatMap(scalarsIn);
  return node.pairs.flatMap(({ key, value }) => [key.span, ...(value === undefined ? [] : scalarsIn(value))]);
}
