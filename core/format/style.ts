/** How a file is indented: what most of its lists and maps do. */
import type { Node, SeqNode, SourceFile } from '../text/tree.ts';
import { dashOf } from './dash.ts';
import type { Page } from './page.ts';

export interface Style {
  /** Columns from a key to the keys of the map below it. */
  readonly mapStep: number;
  /** Columns from a key to the dashes below it; 0 is right, too. */
  readonly dashStep: number;
  /** Spaces behind a dash. */
  readonly dashGap: number;
}

/** The usual distances; where there are none, or as many of one kind as of another, two spaces. */
export function styleOf(source: SourceFile, page: Page, tabSize: number): Style {
  const mapSteps: number[] = [];
  const dashSteps: number[] = [];
  const dashGaps: number[] = [];
  const visit = (node: Node | undefined): void => {
    if (node === undefined || node.alias === true || node.kind === 'scalar' || node.flow) return;
    if (node.kind === 'seq') {
      for (const item of node.items) {
        const gap = gapBehindDash(page, node, item);
        if (gap !== undefined) dashGaps.push(gap);
        visit(item);
      }
      return;
    }
    for (const { key, value } of node.pairs) {
      if (value !== undefined && isBlock(value) && page.beginsLine(value.span.start)) {
        const step = page.columnOf(value.span.start) - page.columnOf(key.span.start);
        (value.kind === 'map' ? mapSteps : dashSteps).push(step);
      }
      visit(value);
    }
  };
  for (const { root } of source.documents) visit(root);
  return {
    mapStep: usual(mapSteps, 1, tabSize === 4 ? 4 : 2),
    dashStep: usual(dashSteps, 0, 2),
    dashGap: usual(dashGaps, 1, 1),
  };
}

/** A list or a map without brackets. */
export function isBlock(node: Node): boolean {
  return node.alias !== true && node.kind !== 'scalar' && !node.flow;
}

function gapBehindDash(page: Page, seq: SeqNode, item: Node): number | undefined {
  const dash = dashOf(page, seq, item);
  if (dash === undefined || item.span.end === item.span.start || page.lineOf(dash) !== page.lineOf(item.span.start))
    return undefined;
  const gap = page.text.slice(dash + 1, item.span.start);
  return /^ +$/.test(gap) ? gap.length : undefined;
}

/** The most frequent one; of those that are equally frequent the preferred one, then the smallest. */
function usual(found: readonly number[], least: number, preferred: number): number {
  const counts = new Map<number, number>();
  for (const step of found) if (step >= least && step <= 8) counts.set(step, (counts.get(step) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  if (most === 0 || counts.get(preferred) === most) return preferred;
  return Math.min(...[...counts].flatMap(([step, count]) => (count === most ? [step] : [])));
}
