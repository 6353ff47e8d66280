import type { ClientCapabilities, CodeAction } from 'vscode-languageserver';
import type { Problem } from '#core/check/problem.ts';
import type { TextEdit } from '#core/text/position.ts';
import type { OpenDocument, OpenDocuments } from './documents.ts';
import { toDiagnostic } from './toDiagnostic.ts';
import { workspaceEditWriter } from './workspaceEdit.ts';

export interface Repair {
  readonly title: string;
  readonly kind: string;
  /** What it repairs. */
  readonly problems: readonly Problem[];
  readonly edits: readonly TextEdit[];
  readonly preferred?: boolean;
}

/** Writes repairs as the client understands them, for the version that the document has at this moment. */
export function codeActionWriter(
  { uri }: OpenDocument,
  documents: OpenDocuments,
  client: ClientCapabilities,
): (repair: Repair) => CodeAction {
  const toEdit = workspaceEditWriter(documents, client);
  const withRelated = client.textDocument?.publishDiagnostics?.relatedInformation === true;
  return ({ title, kind, problems, edits, preferred }) => ({
    title,
    kind,
    diagnostics: problems.map((problem) => toDiagnostic(problem, uri, withRelated)),
    edit: toEdit([[uri, edits]]),
    ...(preferred === true && { isPreferred: true }),
  });
}
