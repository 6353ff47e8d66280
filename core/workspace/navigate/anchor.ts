/** Where the text of an alias is written. */
import type { Span } from '../../text/position.ts';
import type { ScalarNode } from '../../text/tree.ts';

/** The scalar itself, or the one behind the anchor that its alias names; undefined where that is not in this text. */
export function writtenAt(text: string, node: ScalarNode): Span | undefined {
  if (node.alias !== true) return node.span;
  const anchor = `&${text.slice(node.span.start + 1, node.span.end)}`;
  for (let at = text.lastIndexOf(anchor, node.span.start); at >= 0; at = text.lastIndexOf(anchor, at - 1)) {
    const start = at + anchor.length + (/^(?:\s+!\S*)?\s+/.exec(text.slice(at + anchor.length))?.[0].length ?? 0);
    if (start > at + anchor.length && text.startsWith(node.source, start))
      return { start, end: start + node.source.length };
    if (at === 0) break;
  }
  return undefined;
}
