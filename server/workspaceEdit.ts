import type { ClientCapabilities, WorkspaceEdit } from 'vscode-languageserver';
import type { TextEdit } from '#core/text/position.ts';
import type { OpenDocuments } from './documents.ts';

export type EditsByFile = Iterable<readonly [uri: string, edits: readonly TextEdit[]]>;

/** Edits as the client understands them: of open documents for the version that they have at this moment. */
export function workspaceEditWriter(
  documents: OpenDocuments,
  client: ClientCapabilities,
): (edits: EditsByFile) => WorkspaceEdit {
  const versioned = client.workspace?.workspaceEdit?.documentChanges === true;
  const plain = (edits: readonly TextEdit[]): TextEdit[] => edits.map(({ range, newText }) => ({ range, newText }));
  return (files) => {
    const all = [...files];
    if (!versioned) return { changes: Object.fromEntries(all.map(([uri, edits]) => [uri, plain(edits)])) };
    return {
      documentChanges: all.map(([uri, edits]) => ({
        textDocument: { uri, version: documents.get(uri)?.version ?? null },
        edits: plain(edits),
      })),
    };
  };
}
