import type { TextEdit } from 'vscode-languageserver';
import { type FormatOptions, formatEdits } from '#core/format/index.ts';
import type { Range } from '#core/text/position.ts';
import { ourFile, within } from './ourFile.ts';
import type { RegisterFeature } from './parts.ts';

/** White space, of the whole file or of some lines. */
export const registerFormatting: RegisterFeature = (parts) => {
  const { connection, runner } = parts;
  const format = async (uri: string, asked: Range | undefined, options: FormatOptions): Promise<TextEdit[]> => {
    const file = await ourFile(parts, uri);
    if (!file) return [];
    const { text } = file.document;
    const range = asked && { start: within(asked.start, text.lineCount), end: within(asked.end, text.lineCount) };
    return formatEdits(text.source(), range, options).map(({ range: place, newText }) => ({ range: place, newText }));
  };
  connection.onDocumentFormatting(({ textDocument: { uri }, options }, token) =>
    runner.run('formatting', uri, token, none, () => format(uri, undefined, options)),
  );
  connection.onDocumentRangeFormatting(({ textDocument: { uri }, range, options }, token) =>
    runner.run('formatting', uri, token, none, () => format(uri, range, options)),
  );
};

function none(): TextEdit[] {
  return [];
}
