import type { Position } from '../../text/position.ts';

/** Kinds of hints; each can be left out. */
export type InlayKind = 'interval' | 'ids' | 'names' | 'tags';

export const inlayKinds: readonly InlayKind[] = ['interval', 'ids', 'names', 'tags'];

/** The tags of every code are too much to look at all day; hover has them. */
export const usualInlays: ReadonlySet<InlayKind> = new Set(['interval', 'ids', 'names']);

export interface Inlay {
  readonly kind: InlayKind;
  /** Behind this text. */
  readonly position: Position;
  /** Plain text. */
  readonly label: string;
  /** Plain text. */
  readonly tooltip?: string;
}
