import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { outlineOf, type OutlineSymbol } from '#core/check/index.ts';
import { ourFile } from './ourFile.ts';
import type { RegisterFeature } from './parts.ts';
import { symbolText } from './symbolText.ts';

const KINDS: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  group: SymbolKind.Namespace,
  category: SymbolKind.Enum,
  queue: SymbolKind.Interface,
  code: SymbolKind.Constant,
  environment: SymbolKind.Module,
  query: SymbolKind.Event,
  field: SymbolKind.Property,
  rule: SymbolKind.Function,
  test: SymbolKind.Boolean,
};

export const registerSymbols: RegisterFeature = (parts, client) => {
  const hierarchical = client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
  /** Symbols that did not move are the same objects as the last time. */
  const nestedBefore = new WeakMap<OutlineSymbol, DocumentSymbol>();
  const nested = (symbol: OutlineSymbol): DocumentSymbol => {
    const known = nestedBefore.get(symbol);
    if (known) return known;
    const { name, detail, kind, range, selectionRange } = symbol;
    const made = {
      name: symbolText(name),
      kind: KINDS[kind],
      range,
      selectionRange,
      ...(symbol.children.length > 0 && { children: symbol.children.map(nested) }),
      ...(detail !== undefined && { detail: symbolText(detail) }),
    };
    nestedBefore.set(symbol, made);
    return made;
  };
  parts.connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    parts.runner.run<DocumentSymbol[] | SymbolInformation[]>(
      'outline',
      uri,
      token,
      () => [],
      async () => {
        const file = await ourFile(parts, uri);
        const symbols = file ? outlineOf(file.document.text) : [];
        return hierarchical ? symbols.map(nested) : symbols.flatMap((symbol) => flat(symbol, uri, undefined));
      },
    ),
  );
};

/** For clients that know no tree: a list, each with the name of what holds it. */
function flat(
  { name, kind, range, children }: OutlineSymbol,
  uri: string,
  container: string | undefined,
): SymbolInformation[] {
  const symbol = {
    name: symbolText(name),
    kind: KINDS[kind],
    location: { uri, range },
    ...(container !== undefined && { containerName: symbolText(container) }),
  };
  return [symbol, ...children.flatMap((child) => flat(child, uri, name))];
}
