import { CodeActionKind } from 'vscode-languageserver';

/** All preferred fixes of a file at once; the editor's `source.fixAll` includes it, also on save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.wrapsmith`;

export const OFFERED_KINDS: readonly string[] = [CodeActionKind.QuickFix, FIX_ALL];

/** Kinds are a tree: who asks for `source` wants `source.fixAll.wrapsmith` too, and the empty root is everything. */
export function asksFor(only: readonly string[], kind: string): boolean {
  return only.some((asked) => asked === CodeActionKind.Empty || kind === asked || kind.startsWith(`${asked}.`));
}
