/**
 * What server and client agree on beyond the language server protocol: plain types and names only, since this is
 * the one file of the server that the client may import.
 */

/** The language of our files; an editor that names it means a document of ours, whatever the file is called. */
export const LANGUAGE_ID = 'wrapsmith';

/** `Diagnostic.source` of everything that the server reports. */
export const DIAGNOSTIC_SOURCE = 'wrapsmith';

/** `Diagnostic.data`: the titles of the quick fixes, so that a client can say that there are some without asking. */
export interface DiagnosticData {
  readonly fixes: readonly string[];
}

/** The files whose changes on disk the server wants to hear of (`workspace/didChangeWatchedFiles`). */
export const WATCHED_FILES: readonly string[] = ['**/*.wrapup.{yaml,yml}', '**/genesys.{yaml,yml}'];
