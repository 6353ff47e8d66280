import { type MarkupContent, MarkupKind } from 'vscode-languageserver';

/** Markdown for a client that shows it, else the same text as it stands: it reads well enough. */
export function markup(value: string, formats: readonly MarkupKind[] | undefined): MarkupContent {
  const kind = formats?.includes(MarkupKind.Markdown) === true ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { kind, value };
}
