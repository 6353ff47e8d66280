/**
 * What server and client agree on beyond the language server protocol: plain types and names only, since this is
 * the one file of the server that the client may import.
 */

/** The language of our files; an editor that names it means a document of ours, whatever the file is called. */
export const LANGUAGE_ID = 'wrapsmith';

/** `Diagnostic.source` of everything that the server reports. */
export const DIAGNOSTIC_SOURCE = 'wrapsmith';

/** `Diagnostic.code` of the last one where a file has more problems than are sent; it says how many. */
export const MORE_PROBLEMS = 'more-problems';

/** What a client may say in `initializationOptions`. All of it is optional: without it the server offers what every editor can do. */
export interface InitializationOptions {
  /** Code lenses whose commands the client has. */
  readonly lenses?: readonly 'run'[];
  /** True where the client answers `wrapsmith/orgNames`. */
  readonly orgNames?: boolean;
  /** For clients that answer no `workspace/configuration`. */
  readonly settings?: Settings;
}

/** The section of the configuration that the server asks for, and follows. */
export const SETTINGS = 'wrapsmith';

/** What a person may set. What is left out is as usual. */
export interface Settings {
  /** Usual are all but `tags`. */
  readonly inlayHints?: Readonly<Partial<Record<'interval' | 'ids' | 'names' | 'tags', boolean>>>;
  /** Usual are all that the client has the commands for. */
  readonly codeLens?: Readonly<Partial<Record<'run', boolean>>>;
}

/** The command of the lens over a query; its arguments are the document's URI and the query's place in it, from 0. */
export const RUN_QUERY = 'wrapsmith.runQuery';

/** Request to the client: what it knows of the org of a document, without asking the network. The answer is `OrgNames` or null. */
export const ORG_NAMES = 'wrapsmith/orgNames';

export interface OrgNamesParams {
  readonly uri: string;
}

/** Notification from the client: another org, other names, a sign-in or a sign-out. The server asks again. */
export const ORG_CHANGED = 'wrapsmith/orgChanged';

/** The files whose changes on disk the server wants to hear of (`workspace/didChangeWatchedFiles`). */
export const WATCHED_FILES: readonly string[] = [
  '**/*.wrapup.{yaml,yml}',
  '**/*.query.{yaml,yml,json}',
  '**/*.survey.{yaml,yml}',
  '**/genesys.{yaml,yml}',
];
