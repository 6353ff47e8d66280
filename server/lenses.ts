import type { CodeLens } from 'vscode-languageserver';
import { lensesOf } from '#core/check/index.ts';
import { ourFile } from './ourFile.ts';
import type { ServerParts } from './parts.ts';
import { RUN_QUERY } from './protocol.ts';

/** Only for clients that have the command; see `InitializationOptions`. */
export function registerLenses(parts: ServerParts): void {
  parts.connection.onCodeLens(({ textDocument: { uri } }, token) =>
    parts.runner.run<CodeLens[]>(
      'lenses',
      uri,
      token,
      () => [],
      async () => {
        const file = await ourFile(parts, uri);
        // The items of a catalog have none.
        if (!file || file.document.text.layout) return [];
        return lensesOf(file.document.text.source(), parts.settings().lenses).map(({ range, document }) => ({
          range,
          command: { title: 'Run', command: RUN_QUERY, arguments: [uri, document] },
        }));
      },
    ),
  );
}
