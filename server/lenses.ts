import type { CodeLens } from 'vscode-languageserver';
import { lensesOf } from '#core/check/index.ts';
import { ourSource } from './ourFile.ts';
import type { ServerParts } from './parts.ts';
import { RUN_QUERY } from './protocol.ts';

/** Only for clients that have the command; see `InitializationOptions`. */
export function registerLenses({ connection, documents, runner }: ServerParts): void {
  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    runner.run<CodeLens[]>(
      'lenses',
      uri,
      token,
      () => [],
      async () => {
        const source = ourSource(documents, documents.get(uri));
        if (!source) return [];
        return lensesOf(source).map(({ range, document }) => ({
          range,
          command: { title: 'Run', command: RUN_QUERY, arguments: [uri, document] },
        }));
      },
    ),
  );
}
