import type { ClientCapabilities, CodeAction } from 'vscode-languageserver';
import type { Problem } from '#core/check/problem.ts';
import type { TextEdit } from '#core/text/position.ts';
import type { OpenDocument, OpenDocuments } from './documents.ts';
import { canResolve, type LaterAction } from './laterAction.ts';
import type { FixesOf } from './quickFixes.ts';
import { toDiagnostic } from './toDiagnostic.ts';
import { workspaceEditWriter } from './workspaceEdit.ts';

export interface Repair {
  readonly title: string;
  readonly kind: string;
  /** What it repairs. */
  readonly problems: readonly Problem[];
  readonly edits: readonly TextEdit[];
  readonly preferred?: boolean;
  /** Where it repairs all problems of a kind: its edits may be many. */
  readonly fixesOf?: FixesOf;
}

/** Writes repairs as the client understands them, for the version that the document has at this moment. */
export function codeActionWriter(
  { uri, version }: OpenDocument,
  documents: OpenDocuments,
  client: ClientCapabilities,
): (repair: Repair) => CodeAction {
  const toEdit = workspaceEditWriter(documents, client);
  const withRelated = client.textDocument?.publishDiagnostics?.relatedInformation === true;
  const later = canResolve(client);
  return ({ title, kind, problems, edits, preferred, fixesOf }) => ({
    title,
    kind,
    diagnostics: problems.map((problem) => toDiagnostic(problem, uri, withRelated)),
    ...(later && fixesOf !== undefined
      ? { data: { uri, version, fixesOf } satisfies LaterAction }
      : { edit: toEdit([[uri, edits]]) }),
    ...(preferred === true && { isPreferred: true }),
  });
}
