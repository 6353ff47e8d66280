/** What one code and its catalog both could say: taken from the catalog, or written into the code. */
import type { MapNode, Node } from '../text/tree.ts';
import { childOf, isText, pairOf } from '../text/walk.ts';
import { writeText } from '../text/quote.ts';
import type { Draft } from './draft.ts';
import type { Catalog, Selection } from './selection.ts';
import { added, listOf, removed, sameTexts, textsIn, together } from './written.ts';

/** A field that a catalog can give to all its codes. */
export interface Shared {
  readonly key: 'queues' | 'division';
  readonly inWords: string;
  /** What the catalog says. */
  readonly given: (root: MapNode) => Node | undefined;
  /** The value as YAML in one line; undefined where it cannot be one. */
  readonly written: (node: Node | undefined) => string | undefined;
  readonly equal: (a: Node | undefined, b: Node | undefined) => boolean;
}

export const sharedQueues: Shared = {
  key: 'queues',
  inWords: 'queues',
  given: (root) => childOf(childOf(root, 'defaults'), 'queues'),
  written: (node) => {
    const texts = textsIn(node);
    return texts === undefined ? undefined : listOf(texts);
  },
  equal: (a, b) => {
    const [first, second] = [textsIn(a), textsIn(b)];
    return first !== undefined && second !== undefined && sameTexts(first, second);
  },
};

export const sharedDivision: Shared = {
  key: 'division',
  inWords: 'division',
  given: (root) => childOf(root, 'division'),
  written: (node) => (isText(node) ? writeText(node.value) : undefined),
  equal: (a, b) => isText(a) && isText(b) && a.value === b.value,
};

export function defaultChanges({ source: { text }, catalog, entries }: Selection): readonly Draft[] {
  if (catalog === undefined) return [];
  return [sharedQueues, sharedDivision].flatMap((shared) => [
    ...written(text, catalog, entries, shared),
    ...taken(text, catalog, entries, shared),
  ]);
}

function written(text: string, { root }: Catalog, entries: readonly MapNode[], shared: Shared): readonly Draft[] {
  const value = shared.written(shared.given(root));
  const without = entries.filter((entry) => pairOf(entry, shared.key) === undefined);
  const edits =
    value === undefined ? undefined : together(without.map((entry) => added(text, entry, shared.key, value)));
  if (edits === undefined) return [];
  return [{ title: `Write the catalog's ${shared.inWords} into ${these(without)}`, kind: 'refactor.inline', edits }];
}

function taken(text: string, { root }: Catalog, entries: readonly MapNode[], shared: Shared): readonly Draft[] {
  const equal = entries.filter((entry) => shared.equal(childOf(entry, shared.key), shared.given(root)));
  const edits = together(
    equal.map((entry) => {
      const pair = pairOf(entry, shared.key);
      return pair && removed(text, entry, pair);
    }),
  );
  if (edits === undefined) return [];
  return [{ title: `Take the ${shared.inWords} of ${these(equal)} from the catalog`, kind: 'refactor.extract', edits }];
}

function these({ length }: readonly MapNode[]): string {
  return length === 1 ? 'this code' : `these ${length} codes`;
}
