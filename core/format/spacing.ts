/** Spaces inside a line: behind colons and commas, and within brackets. */
import type { SpanEdit } from '../text/edit.ts';
import type { MapNode, Node, Pair, SeqNode, SourceFile } from '../text/tree.ts';

export function spacingEdits({ text, documents }: SourceFile): readonly SpanEdit[] {
  const edits: SpanEdit[] = [];
  /** Replaces what stands between two parts of the text, where it looks as expected. */
  const between = (start: number, end: number, expected: RegExp, newText: string): void => {
    const written = text.slice(start, end);
    if (written !== newText && expected.test(written)) edits.push({ span: { start, end }, newText });
  };

  const colon = ({ key, value, span }: Pair): void => {
    if (key.alias === true) return;
    if (value === undefined) between(key.span.end, span.end, /^[ \t]+:$/, ':');
    else between(key.span.end, value.span.start, /^[ \t]*:[ \t]*$/, ': ');
  };

  const brackets = (node: MapNode | SeqNode, parts: readonly { readonly span: Pair['span'] }[]): void => {
    const { start, end } = node.span;
    const first = parts[0];
    const last = parts.at(-1);
    const isWritten = '[{'.includes(text[start] ?? ' ') && ']}'.includes(text[end - 1] ?? ' ');
    const room = node.kind === 'map' ? ' ' : '';
    if (isWritten && first === undefined) between(start + 1, end - 1, /^[ \t]+$/, '');
    if (isWritten && first !== undefined) between(start + 1, first.span.start, /^[ \t]*$/, room);
    if (isWritten && last !== undefined) between(last.span.end, end - 1, /^[ \t]*$/, room);
    for (const [index, part] of parts.entries()) {
      const next = parts[index + 1];
      if (next !== undefined) between(part.span.end, next.span.start, /^[ \t]*,[ \t]*$/, ', ');
    }
  };

  const visit = (node: Node | undefined): void => {
    if (node === undefined || node.kind === 'scalar' || node.alias === true) return;
    if (node.flow) brackets(node, node.kind === 'map' ? node.pairs : node.items);
    if (node.kind === 'seq') return node.items.forEach(visit);
    for (const pair of node.pairs) {
      colon(pair);
      visit(pair.value);
    }
  };
  for (const { root } of documents) visit(root);
  return edits;
}
