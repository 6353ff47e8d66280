import type { Hover } from 'vscode-languageserver';
import { hoverAt } from '#core/check/index.ts';
import { markup } from './markup.ts';
import { ourFile } from './ourFile.ts';
import type { RegisterFeature } from './parts.ts';

export const registerHover: RegisterFeature = (parts, client) => {
  const formats = client.textDocument?.hover?.contentFormat;
  parts.connection.onHover(({ textDocument: { uri }, position }, token) =>
    parts.runner.run<Hover | null>(
      'hover',
      uri,
      token,
      () => null,
      async () => {
        const file = await ourFile(parts, parts.documents.get(uri));
        const hover = file && hoverAt(file.source, position, file.context);
        return hover ? { contents: markup(hover.contents, formats), range: hover.range } : null;
      },
    ),
  );
};
