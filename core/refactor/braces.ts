/** Lists and maps in brackets, or over several lines. */
import { styleOf } from '../format/style.ts';
import type { SpanEdit } from '../text/edit.ts';
import type { MapNode, Pair, SeqNode } from '../text/tree.ts';
import { placeAt } from '../text/walk.ts';
import type { Draft } from './draft.ts';
import { hasPlainSpace, type Selection } from './selection.ts';
import { asBlock, asFlow, type Holder } from './rewritten.ts';
import { together } from './written.ts';

export function braceChanges(selection: Selection): readonly Draft[] {
  return [...entryChanges(selection), ...innerChange(selection)];
}

/** Of the codes themselves. */
function entryChanges(selection: Selection): readonly Draft[] {
  const { entries, catalog } = selection;
  if (catalog === undefined || catalog.codes.flow) return [];
  const inBraces = entries.filter(({ flow }) => flow);
  const inLines = entries.filter(({ flow }) => !flow);
  return [
    ...draft(`Write ${these(inBraces)} over several lines`, changeEach(selection, inBraces)),
    ...draft(`Write ${these(inLines)} on one line`, changeEach(selection, inLines)),
  ];
}

function changeEach(selection: Selection, entries: readonly MapNode[]): readonly SpanEdit[] | undefined {
  return together(entries.map((entry) => change(selection, entry, 'dash')));
}

/** Of the innermost list or map at the cursor that is the value of a key. */
function innerChange(selection: Selection): readonly Draft[] {
  const { root, span } = selection;
  const { steps } = placeAt(root, span.start);
  for (const step of steps.toReversed()) {
    if (!('pair' in step)) continue;
    const { value } = step.pair;
    if (value === undefined || value.kind === 'scalar' || value === selection.catalog?.codes) continue;
    if (span.end > step.pair.span.end || step.in.flow) continue;
    const what = value.kind === 'seq' ? 'this list' : 'this map';
    const title = value.flow ? `Write ${what} over several lines` : `Write ${what} on one line`;
    return draft(title, change(selection, value, step.pair));
  }
  return [];
}

function change(
  { source, page }: Selection,
  node: MapNode | SeqNode,
  within: Pair | 'dash',
): readonly SpanEdit[] | undefined {
  if (node.alias === true || !hasPlainSpace(source.text, node)) return undefined;
  const style = styleOf(source, page, 2);
  const step = node.kind === 'map' ? style.mapStep : style.dashStep;
  const holder: Holder =
    within === 'dash'
      ? { kind: 'dash', column: page.columnOf(node.span.start) }
      : { kind: 'key', pair: within, column: page.columnOf(within.key.span.start) + step };
  return node.flow ? asBlock(page, node, holder) : asFlow(page, node, holder);
}

function draft(title: string, edits: readonly SpanEdit[] | undefined): readonly Draft[] {
  return edits === undefined ? [] : [{ title, kind: 'refactor.rewrite', edits }];
}

function these({ length }: readonly MapNode[]): string {
  return length === 1 ? 'this code' : `these ${length} codes`;
}
