import type { Range } from '../../text/position.ts';

/** Plain data; the server turns it into LSP. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'reference' | 'snippet';
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /**
   * A snippet in TextMate syntax where `isSnippet` is set, otherwise plain text. Lines after the first are
   * indented relative to the line of the cursor (LSP's `adjustIndentation`).
   */
  readonly insertText: string;
  readonly isSnippet: boolean;
  /** What the typed text is compared with where it is not the label: quotes stand in the range too. */
  readonly filterText?: string;
  readonly range: Range;
  readonly sortText: string;
}
