import type { Hover } from 'vscode-languageserver';
import { hoverAt } from '#core/check/index.ts';
import { markup } from './markup.ts';
import { isOurs } from './ours.ts';
import type { RegisterFeature } from './parts.ts';
import { StaleDocument } from './runner.ts';

export const registerHover: RegisterFeature = ({ connection, documents, projects, runner }, client) => {
  const formats = client.textDocument?.hover?.contentFormat;
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    runner.run<Hover | null>(
      'hover',
      uri,
      token,
      () => null,
      async () => {
        const document = documents.get(uri);
        if (!document) return null;
        const { version } = document;
        const context = await projects.contextFor(uri);
        if (!documents.isCurrent(document, version)) throw new StaleDocument();
        const source = documents.source(document);
        const hover = isOurs(document, source) ? hoverAt(source, position, context) : undefined;
        return hover ? { contents: markup(hover.contents, formats), range: hover.range } : null;
      },
    ),
  );
};
