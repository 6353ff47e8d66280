import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readSource } from '#core/text/parse.ts';
import type { SourceFile } from '#core/text/tree.ts';
import { uriKey } from './uriKey.ts';

/** The documents that are open in the editor, each parsed once for a version. */
export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
  all(): readonly TextDocument[];
  source(document: TextDocument): SourceFile;
  /** True while this version is still what the editor shows. */
  isCurrent(document: TextDocument, version: number): boolean;
  onChanged(listener: (document: TextDocument) => void): void;
  onClosed(listener: (document: TextDocument) => void): void;
}

export function openDocuments(connection: Connection): OpenDocuments {
  const documents = new TextDocuments(TextDocument);
  // By the document and not its address: after closing and opening again, the versions count from 1 again.
  const parsed = new WeakMap<TextDocument, { readonly version: number; readonly source: SourceFile }>();
  documents.listen(connection);
  const get = (uri: string): TextDocument | undefined =>
    documents.get(uri) ?? documents.all().find((document) => uriKey(document.uri) === uriKey(uri));
  return {
    get,
    all: () => documents.all(),
    source(document) {
      const known = parsed.get(document);
      if (known?.version === document.version) return known.source;
      const source = readSource(document.uri, document.getText());
      parsed.set(document, { version: document.version, source });
      return source;
    },
    isCurrent: (document, version) => documents.get(document.uri) === document && document.version === version,
    onChanged: (listener) => void documents.onDidChangeContent(({ document }) => listener(document)),
    onClosed: (listener) => void documents.onDidClose(({ document }) => listener(document)),
  };
}
