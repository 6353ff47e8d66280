import { type MarkupContent, MarkupKind } from 'vscode-languageserver';

/**
 * Markdown for a client that shows it, else the same text as it stands: it reads well enough. It may quote a file,
 * so no image and no link gets through: an editor fetches the image of a hover, also in a folder that nobody trusts.
 */
export function markup(value: string, formats: readonly MarkupKind[] | undefined): MarkupContent {
  if (formats?.includes(MarkupKind.Markdown) !== true) return { kind: MarkupKind.PlainText, value };
  return { kind: MarkupKind.Markdown, value: value.replaceAll('![', '!\\[').replaceAll('](', ']\\(') };
}
