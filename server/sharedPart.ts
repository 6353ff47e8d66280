import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fileKindOf } from '#core/check/index.ts';
import type { SourceFile } from '#core/text/tree.ts';
import { childOf, toValue } from '#core/text/walk.ts';
import { declaredQueues } from '#core/workspace/index.ts';
import type { OpenDocuments } from './documents.ts';

/** What other files are checked with, as a text to compare. A catalog's codes matter to queries only. */
export function sharedPart(document: TextDocument, documents: OpenDocuments): string {
  if (fileKindOf(document.uri) === 'GenesysProject') return document.getText();
  const source = documents.source(document);
  const isAsked = documents.all().some(({ uri }) => uri !== document.uri && fileKindOf(uri) === 'query');
  return JSON.stringify([[...declaredQueues([source])].sort(), isAsked ? codesIn(source) : []]);
}

/** What a query can pick codes by. */
const keys = ['name', 'code', 'category', 'subcategory', 'reportingTags', 'formerly'];

function codesIn({ documents }: SourceFile): readonly unknown[] {
  return documents.flatMap(({ root }) => {
    const codes = childOf(root, 'codes');
    if (codes?.kind !== 'seq') return [];
    return [codes.items.length, ...codes.items.map((code) => keys.map((key) => toValue(childOf(code, key))))];
  });
}
