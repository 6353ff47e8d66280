/**
 * What the server needs of the disk. URIs in and out; nothing here throws, because a half-saved
 * project must not take the editor's features down.
 */
export interface ServerFiles {
  /** The file's text, or undefined when it cannot be read. */
  read(uri: string): Promise<string | undefined>;
  /** The `genesys.yaml` that governs a document, or undefined when it has none or lives nowhere (untitled). */
  findProject(uri: string): Promise<string | undefined>;
  /** The wrap-up catalogs of the project that this `genesys.yaml` governs. */
  catalogs(project: string): Promise<readonly string[]>;
}
