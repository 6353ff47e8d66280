/** Actions over all codes of a catalog: offered from a glance, made from the whole file, and proved before they are given. */
import { applyEdits, type SpanEdit } from '../text/edit.ts';
import { openText } from '../text/live/index.ts';
import type { SourceFile } from '../text/tree.ts';
import { childOf, pairOf } from '../text/walk.ts';
import { sharedDivision, sharedQueues, type Shared } from './defaults.ts';
import { meaningOf } from './meaning.ts';
import type { WholeFileAction, WholeFileActionId } from './model.ts';
import type { Catalog, Selection } from './selection.ts';
import { extracted, inlined } from './share.ts';
import { sorted } from './sort.ts';

interface Action extends WholeFileAction {
  /** From the head and the chosen entries alone. */
  readonly isOffered: (selection: Selection, catalog: Catalog) => boolean;
  readonly edits: (selection: Selection, catalog: Catalog) => readonly SpanEdit[] | string;
}

const hasCodes = (_: Selection, { codes }: Catalog): boolean => codes.items.length > 0 && !codes.flow;

const actions: readonly Action[] = [
  sorting('sort-by-name', 'name', 'Sort the codes by name'),
  sorting('sort-by-code', 'code', 'Sort the codes by code'),
  sorting('sort-by-category', 'category', 'Sort the codes by category and name'),
  extracting('extract-queues', sharedQueues, 'Make these the queues of the whole catalog'),
  extracting('extract-division', sharedDivision, 'Make this the division of the whole catalog'),
  inlining('inline-queues', sharedQueues, 'Write the default queues into every code'),
  inlining('inline-division', sharedDivision, 'Write the division into every code'),
];

export function offered(selection: Selection): readonly WholeFileAction[] {
  const { catalog } = selection;
  if (catalog === undefined) return [];
  return actions
    .filter(({ isOffered }) => isOffered(selection, catalog))
    .map(({ id, title, kind }) => ({ id, title, kind }));
}

/** The edits, or why there are none. */
export function performed(id: WholeFileActionId, selection: Selection): readonly SpanEdit[] | string {
  const { source, catalog } = selection;
  const action = actions.find((candidate) => candidate.id === id);
  if (catalog === undefined || action === undefined) return 'There is no list of codes here.';
  if (source.problems.length > 0) return 'This file has YAML problems. Repair them first, so that nothing is lost.';
  const edits = action.edits(selection, catalog);
  if (typeof edits === 'string') return edits;
  return keepsMeaning(source, edits)
    ? edits
    : 'The codes refer to each other with anchors, so they cannot be moved. Write the values out first.';
}

function keepsMeaning(source: SourceFile, edits: readonly SpanEdit[]): boolean {
  const after = openText(source.name, applyEdits(source.text, edits)).source();
  return after.problems.length === 0 && meaningOf(after) === meaningOf(source);
}

function sorting(id: WholeFileActionId, by: 'name' | 'code' | 'category', title: string): Action {
  return {
    id,
    title,
    kind: 'source.sort',
    isOffered: hasCodes,
    edits: (selection, catalog) => sorted(selection, catalog, by),
  };
}

function extracting(id: WholeFileActionId, shared: Shared, title: string): Action {
  return {
    id,
    title,
    kind: 'refactor.extract',
    isOffered: ({ entries }, { root }) => {
      const values = entries.flatMap((entry) => childOf(entry, shared.key) ?? []);
      const isSame = values.length > 0 && values.every((value) => shared.equal(value, values[0]));
      return isSame && shared.given(root) === undefined && shared.written(values[0]) !== undefined;
    },
    edits: (selection, catalog) => extracted(selection, catalog, shared),
  };
}

function inlining(id: WholeFileActionId, shared: Shared, title: string): Action {
  return {
    id,
    title,
    kind: 'refactor.inline',
    isOffered: ({ span }, { root }) => {
      const pair = pairOf(root, shared.key === 'queues' ? 'defaults' : shared.key);
      const isHere = pair !== undefined && pair.span.start <= span.end && span.start <= pair.span.end;
      return isHere && shared.written(shared.given(root)) !== undefined;
    },
    edits: (selection, catalog) => inlined(selection, catalog, shared),
  };
}
