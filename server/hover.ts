import type { Hover } from 'vscode-languageserver';
import { hoverAt } from '#core/check/index.ts';
import { markup } from './markup.ts';
import { placeIn, rangeInFile } from './ourFile.ts';
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
        const place = await placeIn(parts, uri, position);
        const hover = place && hoverAt(place.excerpt.source, place.position, place.context);
        return hover
          ? { contents: markup(hover.contents, formats), range: rangeInFile(place.excerpt, hover.range) }
          : null;
      },
    ),
  );
};
