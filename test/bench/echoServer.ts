/** The floor: a language server that does nothing but answer. What it takes is the transport alone. */
import { createConnection, ProposedFeatures, TextDocumentSyncKind } from 'vscode-languageserver/node';

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const answer = ({ uri, version }: { readonly uri: string; readonly version: number }): void =>
  void connection.sendDiagnostics({ uri, version, diagnostics: [] });

connection.onInitialize(() => ({
  serverInfo: { name: 'echo' },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: {},
    hoverProvider: true,
  },
}));
connection.onDidOpenTextDocument(({ textDocument }) => answer(textDocument));
connection.onDidChangeTextDocument(({ textDocument }) => answer(textDocument));
connection.onCompletion(() => []);
connection.onHover(() => null);
connection.listen();
