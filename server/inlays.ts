import type { InlayHint } from 'vscode-languageserver';
import { inlaysOf } from '#core/check/index.ts';
import { ourFile } from './ourFile.ts';
import type { RegisterFeature } from './parts.ts';

export const registerInlays: RegisterFeature = (parts) => {
  parts.connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) =>
    parts.runner.run<InlayHint[]>(
      'inlay hints',
      uri,
      token,
      () => [],
      async () => {
        const file = await ourFile(parts, parts.documents.get(uri));
        if (!file) return [];
        return inlaysOf(file.source, file.context, range).map(({ position, label, tooltip }) => ({
          position,
          label,
          paddingLeft: true,
          ...(tooltip !== undefined && { tooltip }),
        }));
      },
    ),
  );
};
