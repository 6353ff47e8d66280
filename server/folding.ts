import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { foldingOf } from '#core/check/index.ts';
import { ourSource } from './ourFile.ts';
import type { RegisterFeature } from './parts.ts';

export const registerFolding: RegisterFeature = ({ connection, documents, runner }) => {
  connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    runner.run<FoldingRange[]>(
      'folding',
      uri,
      token,
      () => [],
      async () => {
        const source = ourSource(documents, documents.get(uri));
        return source ? foldingOf(source).map(toLsp) : [];
      },
    ),
  );
};

function toLsp({ startLine, endLine, kind }: ReturnType<typeof foldingOf>[number]): FoldingRange {
  return { startLine, endLine, ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }) };
}
