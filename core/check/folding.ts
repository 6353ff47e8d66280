/** What can be folded: whatever goes over several lines, and blocks of comments. */
import type { Node, SourceFile } from '../text/tree.ts';

/** Lines from 0, both included. */
export interface FoldingRange {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: 'comment';
}

export function foldingOf(source: SourceFile): readonly FoldingRange[] {
  const folds = new Map<number, FoldingRange>();
  const add = (start: number, end: number, kind?: 'comment'): void => {
    const startLine = source.lines.positionAt(start).line;
    const endLine = source.lines.positionAt(end).line;
    const longest = folds.get(startLine)?.endLine ?? startLine;
    if (endLine > longest) folds.set(startLine, { startLine, endLine, ...(kind === undefined ? {} : { kind }) });
  };
  const visit = (node: Node | undefined): void => {
    if (node === undefined || node.alias === true) return;
    if (node.kind === 'seq') {
      for (const item of node.items) {
        if (item.alias !== true) add(item.span.start, item.span.end);
        visit(item);
      }
    }
    if (node.kind === 'map') {
      for (const pair of node.pairs) {
        add(pair.span.start, pair.span.end);
        visit(pair.value);
      }
    }
  };
  for (const { root } of source.documents) visit(root);
  for (const block of source.text.matchAll(/(?:^[ \t]*#[^\n]*(?:\n|$)){2,}/gm)) {
    add(block.index, block.index + block[0].trimEnd().length, 'comment');
  }
  return [...folds.values()].toSorted((a, b) => a.startLine - b.startLine);
}
