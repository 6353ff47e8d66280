/** What can be folded: whatever goes over several lines, and blocks of comments. */
import type { Item, Layout, LiveText } from '../text/live/index.ts';
import type { Lines } from '../text/position.ts';
import type { Node, SourceFile } from '../text/tree.ts';

/** Lines from 0, both included. */
export interface FoldingRange {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: 'comment';
}

export function foldingOf({ lines, text, documents }: SourceFile): readonly FoldingRange[] {
  return foldsIn(
    lines,
    text,
    documents.map(({ root }) => root),
  );
}

/** The same of a text that is edited. Costs what was edited, and a few steps for each item. */
export function foldsOf(text: LiveText): readonly FoldingRange[] {
  const { layout } = text;
  return layout === undefined ? foldingOf(text.source()) : foldsInLayout(layout);
}

/** The head has the last item in it. */
function foldsInLayout({ head, items }: Layout): readonly FoldingRange[] {
  const first = items[0]?.line ?? 0;
  const others = items.slice(0, -1).flatMap(foldsOfItem);
  const lineOf = (line: number): number => head.toFile({ line, character: 0 }).line;
  const inHead = foldingOf(head.source).map((fold) => ({
    ...fold,
    startLine: lineOf(fold.startLine),
    endLine: lineOf(fold.endLine),
  }));
  const before = inHead.filter(({ startLine }) => startLine < first);
  return [...before, ...others, ...inHead.slice(before.length)];
}

const ofItems = new WeakMap<Item, { readonly line: number; readonly folds: readonly FoldingRange[] }>();

function foldsOfItem(item: Item): readonly FoldingRange[] {
  const { line, node, lines, text } = item;
  const known = ofItems.get(item);
  if (known?.line === line) return known.folds;
  const by = line - (known?.line ?? 0);
  const folds = (known?.folds ?? foldsOfNode(lines, text, node)).map((fold) => ({
    ...fold,
    startLine: fold.startLine + by,
    endLine: fold.endLine + by,
  }));
  ofItems.set(item, { line, folds });
  return folds;
}

function foldsOfNode(lines: Lines, text: string, node: Node): readonly FoldingRange[] {
  return foldsIn(lines, text, [{ kind: 'seq', span: node.span, flow: false, items: [node] }]);
}

/** Of two that begin in one line the longer one. */
function foldsIn(lines: Lines, text: string, roots: readonly (Node | undefined)[]): readonly FoldingRange[] {
  const folds = new Map<number, FoldingRange>();
  const add = (start: number, end: number, kind?: 'comment'): void => {
    const startLine = lines.positionAt(start).line;
    const endLine = lines.positionAt(end).line;
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
  for (const root of roots) visit(root);
  for (const block of text.matchAll(/(?:^[ \t]*#[^\n]*(?:\n|$)){2,}/gm)) {
    add(block.index, block.index + block[0].trimEnd().length, 'comment');
  }
  return [...folds.values()].toSorted((a, b) => a.startLine - b.startLine);
}
