/** Where the dashes of a list stand. */
import type { Node, SeqNode } from '../text/tree.ts';
import type { Page } from './page.ts';

/** The offset of an item's dash: the nearest one before it that begins a line or stands behind another dash. */
export function dashOf({ text, lineOf, spanOf }: Page, seq: SeqNode, item: Node): number | undefined {
  const first = lineOf(seq.span.start);
  for (let line = lineOf(item.span.start); line >= first; line--) {
    const { start, end } = spanOf(line);
    const dashes = /^[ \t]*(?:-[ \t]+)*-(?=[ \t]|$)/.exec(text.slice(start, Math.min(end, item.span.start)));
    if (dashes !== null) return start + dashes[0].length - 1;
  }
  return undefined;
}
