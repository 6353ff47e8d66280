import type { TextDocument } from 'vscode-languageserver-textdocument';
import { documentKind } from '#core/check/index.ts';
import type { SourceFile } from '#core/text/tree.ts';
import { LANGUAGE_ID } from './protocol.ts';

/**
 * Whether a document is one of ours: by its language, by its name, or by the `kind:` in it. An editor may send us
 * every YAML file there is; about the others nothing is said.
 */
export function isOurs(document: TextDocument, source: SourceFile): boolean {
  return (
    document.languageId === LANGUAGE_ID ||
    documentKind(document.uri, undefined) !== undefined ||
    source.documents.some(({ root }) => documentKind(document.uri, root) !== undefined)
  );
}
