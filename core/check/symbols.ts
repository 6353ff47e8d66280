/** The outline of a file. */
import { isQueryKind } from '../contract/schema.ts';
import type { QueryKind } from '../query/model.ts';
import type { Lines, Range } from '../text/position.ts';
import type { MapNode, Node, Pair, SourceFile } from '../text/tree.ts';
import type { Excerpt, Item, Layout, LiveText } from '../text/live/index.ts';
import { childOf, isText, keyOf } from '../text/walk.ts';
import { documentKind } from './fileKind.ts';
import { surveySymbols } from './survey/surveySymbols.ts';

export interface OutlineSymbol {
  readonly name: string;
  readonly detail?: string;
  readonly kind: 'group' | 'category' | 'queue' | 'code' | 'environment' | 'query' | 'field' | 'rule' | 'test';
  readonly range: Range;
  /** The part to select; always inside `range`. */
  readonly selectionRange: Range;
  readonly children: readonly OutlineSymbol[];
}

/** A catalog's categories, queues and codes; a project's environments; queries; survey rules. What has no name yet is left out. */
export function symbolsOf(source: SourceFile): readonly OutlineSymbol[] {
  return source.documents.flatMap(({ root }) => {
    const kind = documentKind(source.name, root);
    if (root?.kind === 'map' && isQueryKind(kind)) return [querySymbol(source, root, kind)];
    if (root?.kind === 'map' && kind === 'SurveyRules') return surveySymbols(source, root);
    if (root?.kind !== 'map' || (kind !== 'WrapUpCatalog' && kind !== 'GenesysProject')) return [];
    return root.pairs.filter(({ key }) => key.source !== '').map((pair) => topLevel(source, pair));
  });
}

/** The same of a text that is edited. Costs what was edited, and symbols that did not move are the same objects as before. */
export function outlineOf(text: LiveText): readonly OutlineSymbol[] {
  const { layout } = text;
  return layout === undefined ? symbolsOf(text.source()) : symbolsInLayout(layout);
}

function symbolsInLayout({ head, items }: Layout): readonly OutlineSymbol[] {
  return symbolsOf(head.source).map((symbol) => {
    const moved = movedSymbol(symbol, head.toFile);
    if (symbol.name !== 'codes' || symbol.kind !== 'group') return moved;
    const children = items.flatMap(symbolOfItem);
    return { ...moved, detail: countOfCodes(children.length), children };
  });
}

const ofItems = new WeakMap<Item, { readonly line: number; readonly symbols: readonly OutlineSymbol[] }>();

function symbolOfItem(item: Item): readonly OutlineSymbol[] {
  const { line, node, lines } = item;
  const known = ofItems.get(item);
  if (known?.line === line) return known.symbols;
  const by = line - (known?.line ?? 0);
  const symbols = (known?.symbols ?? codeSymbol(lines, node)).map((symbol) =>
    movedSymbol(symbol, (position) => ({ line: position.line + by, character: position.character })),
  );
  ofItems.set(item, { line, symbols });
  return symbols;
}

function movedSymbol(symbol: OutlineSymbol, move: Excerpt['toFile']): OutlineSymbol {
  const moved = ({ start, end }: Range): Range => ({ start: move(start), end: move(end) });
  return {
    ...symbol,
    range: moved(symbol.range),
    selectionRange: moved(symbol.selectionRange),
    children: symbol.children.map((child) => movedSymbol(child, move)),
  };
}

function countOfCodes(count: number): string {
  return count === 1 ? '1 code' : `${count} codes`;
}

function querySymbol(source: SourceFile, root: MapNode, kind: QueryKind): OutlineSymbol {
  const interval = childOf(root, 'interval');
  const first = root.pairs.find((pair) => keyOf(pair) === 'kind') ?? root.pairs[0];
  const range = source.lines.rangeOf(root.span);
  const children = root.pairs
    .filter((pair) => pair.key.source !== '' && keyOf(pair) !== 'kind' && keyOf(pair) !== 'interval')
    .map((pair) => symbolOf(source, pair, 'field', isText(pair.value) ? pair.value.value : undefined, []));
  return {
    name: kind,
    kind: 'query',
    range,
    selectionRange: first === undefined ? range : source.lines.rangeOf(first.key.span),
    children,
    ...(isText(interval) ? { detail: interval.value } : {}),
  };
}

function topLevel(source: SourceFile, pair: Pair): OutlineSymbol {
  const name = keyOf(pair);
  const kinds: Readonly<Record<string, OutlineSymbol['kind']>> = {
    categories: 'category',
    queues: 'queue',
    environments: 'environment',
  };
  const kind = kinds[name];
  if (name === 'codes' && pair.value?.kind === 'seq') {
    const children = pair.value.items.flatMap((item) => codeSymbol(source.lines, item));
    return symbolOf(source, pair, 'group', countOfCodes(children.length), children);
  }
  if (kind === undefined || pair.value?.kind !== 'map')
    return symbolOf(source, pair, 'field', isText(pair.value) ? pair.value.value : undefined, []);
  const children = pair.value.pairs
    .filter((child) => inside(pair, child))
    .map((child) => symbolOf(source, child, kind, undefined, []));
  return symbolOf(source, pair, 'group', undefined, children);
}

function symbolOf(
  source: SourceFile,
  pair: Pair,
  kind: OutlineSymbol['kind'],
  detail: string | undefined,
  children: readonly OutlineSymbol[],
): OutlineSymbol {
  const range = source.lines.rangeOf(pair.span);
  return {
    name: keyOf(pair),
    kind,
    range,
    selectionRange: source.lines.rangeOf(pair.key.span),
    children,
    ...(detail === undefined ? {} : { detail }),
  };
}

function codeSymbol(lines: Lines, item: Node): OutlineSymbol[] {
  const name = childOf(item, 'name');
  if (!isText(name) || name.value.trim() === '' || item.alias === true || name.alias === true) return [];
  const code = childOf(item, 'code');
  return [
    {
      name: name.value,
      kind: 'code',
      range: lines.rangeOf(item.span),
      selectionRange: lines.rangeOf(name.span),
      children: [],
      ...(isText(code) ? { detail: code.value } : {}),
    },
  ];
}

/** Aliased content stands elsewhere, and an outline must nest. */
function inside(outer: Pair, inner: Pair): boolean {
  return outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;
}
