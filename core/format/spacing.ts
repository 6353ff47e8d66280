/** Spaces inside a line: behind colons and commas, and within brackets. */
import type { SpanEdit } from '../text/edit.ts';
import type { MapNode, Node, Pair, SeqNode, SourceFile } from '../text/tree.ts';

export function spacingEdits({ text, documents }: SourceFile): readonly SpanEdit[] {
  const edits: SpanEdit[] = [];
  /** Replaces what stands between two parts of the text, where it looks as expected. */
  const between = (start: number, end: number, expected: RegExp, newText: string): void => {
    // A bracket that is missing leaves nothing between the parts, and where nothing is written there is no room to make.
    if (end < start || /^\s/.test(text.slice(end, end + 1))) return;
    const written = text.slice(start, end);
    if (written !== newText && expected.test(written)) edits.push({ span: { start, end }, newText });
  };

  /** A key or a value of which nothing is written but an anchor has no place of its own. */
  const isWritten = (part: Node | Pair): boolean => {
    const ends = 'key' in part ? [part.key, part.value] : [part];
    return ends.every((node) => node === undefined || node.span.end > node.span.start);
  };

  const colon = (pair: Pair): void => {
    const { key, value, span } = pair;
    if (key.alias === true || !isWritten(pair)) return;
    if (value === undefined) between(key.span.end, span.end, /^[ \t]+:$/, ':');
    else between(key.span.end, value.span.start, /^[ \t]*:[ \t]*$/, ': ');
  };

  const brackets = (node: MapNode | SeqNode, parts: readonly (Node | Pair)[]): void => {
    const { start, end } = node.span;
    const isClosed = '[{'.includes(text[start] ?? ' ') && ']}'.includes(text[end - 1] ?? ' ');
    const [first, last] = [parts[0], parts.at(-1)];
    const room = node.kind === 'map' ? ' ' : '';
    if (!parts.every(isWritten)) return;
    if (isClosed && first === undefined) between(start + 1, end - 1, /^[ \t]+$/, '');
    if (isClosed && first !== undefined) between(start + 1, first.span.start, /^[ \t]*$/, room);
    if (isClosed && last !== undefined) between(last.span.end, end - 1, /^[ \t]*$/, room);
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
