import type { ClientCapabilities, CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import type { Problem } from '#core/check/problem.ts';
import type { TextEdit } from '#core/text/position.ts';
import type { OpenDocument } from './documents.ts';
import { toDiagnostic } from './toDiagnostic.ts';

export interface Repair {
  readonly title: string;
  readonly kind: string;
  /** What it repairs. */
  readonly problems: readonly Problem[];
  readonly edits: readonly TextEdit[];
  readonly preferred?: boolean;
}

/** Writes repairs as the client understands them, for the version that the document has at this moment. */
export function codeActionWriter(document: OpenDocument, client: ClientCapabilities): (repair: Repair) => CodeAction {
  const { uri, version } = document;
  const versioned = client.workspace?.workspaceEdit?.documentChanges === true;
  const withRelated = client.textDocument?.publishDiagnostics?.relatedInformation === true;
  const workspaceEdit = (edits: readonly TextEdit[]): WorkspaceEdit => {
    const plain = edits.map(({ range, newText }) => ({ range, newText }));
    return versioned
      ? { documentChanges: [{ textDocument: { uri, version }, edits: plain }] }
      : { changes: { [uri]: plain } };
  };
  return ({ title, kind, problems, edits, preferred }) => ({
    title,
    kind,
    diagnostics: problems.map((problem) => toDiagnostic(problem, uri, withRelated)),
    edit: workspaceEdit(edits),
    ...(preferred === true && { isPreferred: true }),
  });
}
