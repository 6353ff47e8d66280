import type { InlayHint } from 'vscode-languageserver';
import { type Inlay, inlaysOf } from '#core/check/index.ts';
import type { Range } from '#core/text/position.ts';
import { ourFile, within } from './ourFile.ts';
import type { RegisterFeature } from './parts.ts';

/** Those of the lines that are shown: an excerpt has the head as well. */
export const registerInlays: RegisterFeature = (parts) => {
  parts.connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) =>
    parts.runner.run<InlayHint[]>(
      'inlay hints',
      uri,
      token,
      () => [],
      async () => {
        const file = await ourFile(parts, uri);
        if (!file) return [];
        const { text } = file.document;
        const asked = { start: within(range.start, text.lineCount), end: within(range.end, text.lineCount) };
        const { source, toFile } = text.excerpt(asked);
        return inlaysOf(source, file.project.live.contextFor(text.name), undefined, parts.settings().inlays)
          .map((inlay) => ({ ...inlay, position: toFile(inlay.position) }))
          .filter(({ position }) => isWithin(position.line, asked))
          .map(toLsp);
      },
    ),
  );
};

function isWithin(line: number, { start, end }: Range): boolean {
  return start.line <= line && line <= end.line;
}

function toLsp({ position, label, tooltip }: Inlay): InlayHint {
  return { position, label, paddingLeft: true, ...(tooltip !== undefined && { tooltip }) };
}
