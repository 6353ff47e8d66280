import { type FoldingRange as LspFold, FoldingRangeKind } from 'vscode-languageserver';
import { type FoldingRange, foldsOf } from '#core/check/index.ts';
import { ourFile } from './ourFile.ts';
import type { RegisterFeature } from './parts.ts';

export const registerFolding: RegisterFeature = (parts) => {
  parts.connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    parts.runner.run<LspFold[]>(
      'folding',
      uri,
      token,
      () => [],
      async () => {
        const file = await ourFile(parts, uri);
        return file ? foldsOf(file.document.text).map(toLsp) : [];
      },
    ),
  );
};

function toLsp({ startLine, endLine, kind }: FoldingRange): LspFold {
  return { startLine, endLine, ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }) };
}
