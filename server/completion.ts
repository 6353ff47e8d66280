import {
  type CompletionItem as LspItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  type MarkupKind,
} from 'vscode-languageserver';
import { completeSome, type CompletionItem } from '#core/check/index.ts';
import type { Range } from '#core/text/position.ts';
import { markup } from './markup.ts';
import { placeIn, rangeInFile } from './ourFile.ts';
import type { RegisterFeature } from './parts.ts';
import { withoutSnippet } from './withoutSnippet.ts';

const KINDS: Readonly<Record<CompletionItem['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
};

export const registerCompletion: RegisterFeature = (parts, client) => {
  const formats = client.textDocument?.completion?.completionItem?.documentationFormat;
  const withSnippets = client.textDocument?.completion?.completionItem?.snippetSupport === true;
  parts.connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    parts.runner.run<CompletionList>('completion', uri, token, none, async () => {
      const place = await placeIn(parts, uri, position);
      if (!place) return none();
      const { items: all, isIncomplete } = completeSome(place.excerpt.source, place.position, place.context);
      const items = all
        .filter(({ range }) => isOneLine(range))
        .map((item) => toLsp({ ...item, range: rangeInFile(place.excerpt, item.range) }, withSnippets, formats));
      return { isIncomplete, items };
    }),
  );
};

/** The protocol wants it, and nobody who types a word means the lines below. */
function isOneLine({ start, end }: Range): boolean {
  return start.line === end.line;
}

function none(): CompletionList {
  return { isIncomplete: false, items: [] };
}

function toLsp(item: CompletionItem, withSnippets: boolean, formats: readonly MarkupKind[] | undefined): LspItem {
  const isSnippet = item.isSnippet && withSnippets;
  const newText = item.isSnippet && !withSnippets ? withoutSnippet(item.insertText) : item.insertText;
  return {
    label: item.label,
    kind: KINDS[item.kind],
    sortText: item.sortText,
    textEdit: { range: item.range, newText },
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(item.filterText !== undefined && { filterText: item.filterText }),
    ...(item.detail !== undefined && { detail: item.detail }),
    ...(item.documentation !== undefined && {
      documentation: markup(item.documentation, formats),
    }),
  };
}
