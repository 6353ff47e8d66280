/**
 * What the server needs of the disk. URIs in and out; nothing here throws, because a half-saved
 * project must not take the editor's features down.
 */
export interface ServerFiles {
  /** The file's text, or undefined when it cannot be read. */
  read(uri: string): Promise<string | undefined>;
  /** The `genesys.yaml` that governs a document, or undefined when it has none or lives nowhere (untitled). */
  findProject(uri: string): Promise<string | undefined>;
  /** The files of the project that this `genesys.yaml` governs, and itself: catalogs, queries, survey rules. */
  members(project: string): Promise<readonly string[]>;
  /** The file itself where links lead to it; what is nowhere on disk is its own. */
  real(uri: string): Promise<string>;
}
