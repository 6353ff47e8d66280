import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { type OutlineSymbol, symbolsOf } from '#core/check/index.ts';
import { ourSource } from './ourFile.ts';
import type { RegisterFeature } from './parts.ts';

const KINDS: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  group: SymbolKind.Namespace,
  category: SymbolKind.Enum,
  queue: SymbolKind.Interface,
  code: SymbolKind.Constant,
  environment: SymbolKind.Module,
  query: SymbolKind.Event,
  field: SymbolKind.Property,
};

export const registerSymbols: RegisterFeature = ({ connection, documents, runner }, client) => {
  const hierarchical = client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    runner.run<DocumentSymbol[] | SymbolInformation[]>(
      'outline',
      uri,
      token,
      () => [],
      async () => {
        const source = ourSource(documents, documents.get(uri));
        const symbols = source ? symbolsOf(source) : [];
        return hierarchical ? symbols.map(nested) : symbols.flatMap((symbol) => flat(symbol, uri, undefined));
      },
    ),
  );
};

function nested({ name, detail, kind, range, selectionRange, children }: OutlineSymbol): DocumentSymbol {
  return {
    name,
    kind: KINDS[kind],
    range,
    selectionRange,
    children: children.map(nested),
    ...(detail !== undefined && { detail }),
  };
}

/** For clients that know no tree: a list, each with the name of what holds it. */
function flat(
  { name, kind, range, children }: OutlineSymbol,
  uri: string,
  container: string | undefined,
): SymbolInformation[] {
  const symbol = {
    name,
    kind: KINDS[kind],
    location: { uri, range },
    ...(container !== undefined && { containerName: container }),
  };
  return [symbol, ...children.flatMap((child) => flat(child, uri, name))];
}
