import { CodeActionKind } from 'vscode-languageserver';

/** All preferred fixes of a file at once; the editor's `source.fixAll` includes it, also on save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.wrapsmith`;

/** What nothing asks for; `source.sort` puts the entries of a catalog in another order. */
export const REFACTORINGS: readonly string[] = [
  CodeActionKind.RefactorRewrite,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  `${CodeActionKind.Source}.sort`,
];

export const OFFERED_KINDS: readonly string[] = [CodeActionKind.QuickFix, FIX_ALL, ...REFACTORINGS];

/** Kinds are a tree: who asks for `source` wants `source.fixAll.wrapsmith` too, and the empty root is everything. */
export function asksFor(only: readonly string[], kind: string): boolean {
  return only.some((asked) => asked === CodeActionKind.Empty || kind === asked || kind.startsWith(`${asked}.`));
}
