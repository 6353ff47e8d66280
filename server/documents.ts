import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { type LiveText, openText, type Touched } from '#core/text/live/index.ts';
import { uriKey } from './uriKey.ts';

/** A document that is open in the editor. Opened again, it is another object. */
export interface OpenDocument {
  /** As the editor spells it. */
  readonly uri: string;
  readonly languageId: string;
  /** As the editor counts them. */
  readonly version: number;
  readonly text: LiveText;
}

/** The documents that are open in the editor, each as it is at this moment. */
export interface OpenDocuments {
  get(uri: string): OpenDocument | undefined;
  all(): readonly OpenDocument[];
  isOpen(document: OpenDocument): boolean;
  onOpened(listener: (document: OpenDocument) => void): void;
  onChanged(listener: (document: OpenDocument, touched: Touched) => void): void;
  onClosed(listener: (document: OpenDocument) => void): void;
}

export function openDocuments(connection: Connection): OpenDocuments {
  const documents = new Map<string, { -readonly [K in keyof OpenDocument]: OpenDocument[K] }>();
  const opened = listeners<[OpenDocument]>();
  const changed = listeners<[OpenDocument, Touched]>();
  const closed = listeners<[OpenDocument]>();
  const get = (uri: string): OpenDocument | undefined => documents.get(uriKey(uri));
  const close = (uri: string): void => {
    const document = get(uri);
    if (document === undefined) return;
    documents.delete(uriKey(uri));
    closed.tell(document);
  };

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    // A client that opens twice without closing means the second one.
    close(uri);
    const document = { uri, languageId, version, text: openText(uri, text) };
    documents.set(uriKey(uri), document);
    opened.tell(document);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = documents.get(uriKey(uri));
    if (document === undefined || contentChanges.length === 0) return;
    document.version = version;
    changed.tell(document, document.text.change(contentChanges.map(rangeAndText)));
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => close(uri));

  return {
    get,
    all: () => [...documents.values()],
    isOpen: (document) => documents.get(uriKey(document.uri)) === document,
    onOpened: opened.add,
    onChanged: changed.add,
    onClosed: closed.add,
  };
}

function rangeAndText(change: TextDocumentContentChangeEvent): Parameters<LiveText['change']>[0][number] {
  return 'range' in change ? { range: change.range, text: change.text } : { text: change.text };
}

function listeners<Event extends readonly unknown[]>(): {
  readonly add: (listener: (...event: Event) => void) => void;
  readonly tell: (...event: Event) => void;
} {
  const all: ((...event: Event) => void)[] = [];
  return {
    add: (listener) => void all.push(listener),
    tell: (...event) => all.forEach((listener) => listener(...event)),
  };
}
