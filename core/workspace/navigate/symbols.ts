/** Everything in a workspace that has a name, for a search over all files. */
import { documentKind, isQuery } from '../../check/fileKind.ts';
import { baseName } from '../../check/home.ts';
import type { Item, LiveText } from '../../text/live/index.ts';
import type { Span } from '../../text/position.ts';
import type { DocumentNode, Node } from '../../text/tree.ts';
import { childOf, isText, keyOf, textsOf } from '../../text/walk.ts';
import { looseness } from './looseMatch.ts';
import type { WorkspaceSymbol } from './model.ts';
import { headFrame, itemFrame, wholeFrame, type Frame } from './pieces.ts';

/** At most so many are shown: who gets more types on. */
export const maxSymbols = 500;

/** A symbol before anybody asks where it is in lines. */
interface Named extends Pick<WorkspaceSymbol, 'kind' | 'name' | 'detail'> {
  readonly category?: string;
  readonly span: Span;
  readonly frame: Frame;
}

/** The best first. The characters of `query` must come in this order, in any case; an empty one finds everything. */
export function workspaceSymbols(files: readonly LiveText[], query: string): readonly WorkspaceSymbol[] {
  const wanted = query.replace(/\s+/gu, '').toLowerCase();
  const ranked = files.flatMap((file) =>
    namedIn(file).flatMap((symbol) => {
      const rank = rankOf(symbol, wanted);
      return rank === undefined ? [] : [{ symbol, rank }];
    }),
  );
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, maxSymbols)
    .map(({ symbol }) => shown(symbol));
}

/** A code is also found by its `code`. */
function rankOf({ name, detail, kind }: Named, wanted: string): number | undefined {
  const ranks = [name, ...(kind === 'code' ? [detail ?? ''] : [])].flatMap((text) => looseness(text, wanted) ?? []);
  return ranks.length === 0 ? undefined : Math.min(...ranks);
}

function shown({ kind, name, detail, category, span, frame }: Named): WorkspaceSymbol {
  const container = category ?? baseName(frame.file);
  return {
    kind,
    name,
    ...(detail === undefined ? {} : { detail }),
    container,
    file: frame.file,
    range: frame.rangeOf(span),
  };
}

function namedIn(file: LiveText): readonly Named[] {
  const { layout } = file;
  if (layout === undefined) {
    const frame = wholeFrame(file);
    return file
      .source()
      .documents.flatMap((document) => [
        ...outerSymbols(frame, document),
        ...codesOf(file.name, document).flatMap((item) => codeSymbol(frame, item)),
      ]);
  }
  const { head, items } = layout;
  const frame = headFrame(file.name, head);
  const isCatalog = head.source.documents.some(({ root }) => documentKind(file.name, root) === 'WrapUpCatalog');
  return [
    ...head.source.documents.flatMap((document) => outerSymbols(frame, document)),
    ...(isCatalog ? items.flatMap((item) => itemSymbol(file.name, item)) : []),
  ];
}

function codesOf(name: string, { root }: DocumentNode): readonly Node[] {
  const codes = documentKind(name, root) === 'WrapUpCatalog' ? childOf(root, 'codes') : undefined;
  return codes?.kind === 'seq' ? codes.items.filter(({ alias }) => alias !== true) : [];
}

function itemSymbol(file: string, item: Item): readonly Named[] {
  return codeSymbol(itemFrame(file, item), item.node);
}

function codeSymbol(frame: Frame, item: Node): readonly Named[] {
  const [name, code, category] = ['name', 'code', 'category'].map((key) => childOf(item, key));
  const called = [name, code].find((node) => isText(node) && node.value.trim() !== '');
  if (!isText(called)) return [];
  return [
    {
      kind: 'code',
      name: called.value,
      span: called.span,
      frame,
      ...(isText(code) ? { detail: code.value } : {}),
      ...(isText(category) ? { category: category.value } : {}),
    },
  ];
}

function outerSymbols(frame: Frame, { root }: DocumentNode): readonly Named[] {
  const kind = documentKind(frame.file, root);
  if (kind === 'WrapUpCatalog')
    return [
      ...keySymbols(frame, 'category', childOf(root, 'categories')),
      ...keySymbols(frame, 'queue', childOf(root, 'queues')),
    ];
  if (kind === 'GenesysProject') return keySymbols(frame, 'environment', childOf(root, 'environments'));
  return isQuery(kind) ? querySymbol(frame, root) : [];
}

function keySymbols(frame: Frame, kind: 'category' | 'queue' | 'environment', map: Node | undefined): readonly Named[] {
  if (map?.kind !== 'map' || map.alias === true) return [];
  return map.pairs
    .filter((pair) => keyOf(pair).trim() !== '')
    .map((pair) => ({ kind, name: keyOf(pair), span: pair.key.span, frame }));
}

/** A query has no name: its kind and what it asks for say which one it is. */
function querySymbol(frame: Frame, root: Node | undefined): readonly Named[] {
  const first = root?.kind === 'map' ? root.pairs[0] : undefined;
  if (root === undefined || first === undefined) return [];
  const [kind, interval] = [childOf(root, 'kind'), childOf(root, 'interval')];
  const asked = [...textsOf(childOf(root, 'metrics')), ...textsOf(childOf(root, 'groupBy'))].map(({ value }) => value);
  const name = [isText(kind) ? kind.value : 'Query', ...asked.slice(0, 5)].join(' ');
  return [
    { kind: 'query', name, span: first.key.span, frame, ...(isText(interval) ? { detail: interval.value } : {}) },
  ];
}
