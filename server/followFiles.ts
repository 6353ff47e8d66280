import type { ServerParts } from './parts.ts';

/** Follows files that change outside the editor. `isTold` is false where the client does not tell of them. */
export function followFiles({ connection, documents, projects, background }: ServerParts, isTold: boolean): void {
  connection.onDidChangeWatchedFiles(
    ({ changes }) =>
      void background.start('Following files', () => projects.filesChanged(changes.map(({ uri }) => uri))),
  );
  // What is opened is a fair moment to look.
  if (!isTold) documents.onOpened(() => projects.lookAgain());
}
