import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckContext } from '#core/check/index.ts';
import type { SourceFile } from '#core/text/tree.ts';
import type { OpenDocuments } from './documents.ts';
import { isOurs } from './ours.ts';
import type { Projects } from './projects.ts';
import { StaleDocument } from './runner.ts';

/** An open file as it is now; undefined where it is not open, or not one of ours. */
export function ourSource(documents: OpenDocuments, document: TextDocument | undefined): SourceFile | undefined {
  if (!document) return undefined;
  const source = documents.source(document);
  return isOurs(document, source) ? source : undefined;
}

/** The same with what its project says. Throws `StaleDocument` when it changed while that was read. */
export async function ourFile(
  { documents, projects }: { readonly documents: OpenDocuments; readonly projects: Projects },
  document: TextDocument | undefined,
): Promise<{ readonly source: SourceFile; readonly context: CheckContext } | undefined> {
  if (!document) return undefined;
  const { uri, version } = document;
  const context = await projects.contextFor(uri);
  if (!documents.isCurrent(document, version)) throw new StaleDocument();
  const source = ourSource(documents, document);
  return source && { source, context };
}
