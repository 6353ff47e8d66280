import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type Location as LspLocation,
  type SelectionRange,
} from 'vscode-languageserver';
import {
  definitionsAt,
  documentLinks,
  highlightsAt,
  type Location,
  referencesAt,
  selectionRanges,
} from '#core/workspace/navigate/index.ts';
import type { LiveText } from '#core/text/live/index.ts';
import { ourFile, within } from './ourFile.ts';
import type { RegisterFeature } from './parts.ts';
import { wholeProject } from './wholeProject.ts';

/** Going from name to name, within a file and over all files of its project. */
export const registerNavigation: RegisterFeature = (parts) => {
  const { connection, runner } = parts;
  connection.onDefinition(({ textDocument: { uri }, position }, token) =>
    runner.run<LspLocation[]>('definition', uri, token, nothing, async () => {
      const file = await wholeProject(parts, uri);
      return file ? definitionsAt(file.text, placeIn(file.text, position), file.all).map(toLocation) : [];
    }),
  );
  connection.onReferences(({ textDocument: { uri }, position, context: { includeDeclaration } }, token) =>
    runner.run<LspLocation[]>('references', uri, token, nothing, async () => {
      const file = await wholeProject(parts, uri);
      if (!file) return [];
      return referencesAt(file.text, placeIn(file.text, position), file.all)
        .filter(({ role }) => includeDeclaration || role !== 'declaration')
        .map(toLocation);
    }),
  );
  connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
    runner.run<DocumentHighlight[]>('highlight', uri, token, nothing, async () => {
      const file = await ourFile(parts, uri);
      if (!file) return [];
      const { text } = file.document;
      return highlightsAt(text, placeIn(text, position)).map(({ range, kind }) => ({
        range,
        kind: kind === 'write' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    }),
  );
  connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) =>
    runner.run<SelectionRange[]>('selection', uri, token, nothing, async () => {
      const file = await ourFile(parts, uri);
      if (!file) return [];
      const { text } = file.document;
      return [
        ...selectionRanges(
          text,
          positions.map((position) => placeIn(text, position)),
        ),
      ];
    }),
  );
  connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
    runner.run<DocumentLink[]>('links', uri, token, nothing, async () => {
      const file = await ourFile(parts, uri);
      return file ? documentLinks(file.document.text).map(({ range, url }) => ({ range, target: url })) : [];
    }),
  );
};

function nothing(): never[] {
  return [];
}

function placeIn(text: LiveText, position: Parameters<typeof within>[0]): ReturnType<typeof within> {
  return within(position, text.lineCount);
}

function toLocation({ file, range }: Location): LspLocation {
  return { uri: file, range };
}
