/** What the values of a key of `where` become. */
import type { MissingName } from './model.ts';

export interface Resolved {
  /** One of these must hold. What stands for something missing is in it too, so that no filter is ever left out. */
  readonly values: readonly string[];
  readonly missing?: readonly MissingName[];
  /** Sentences about what was left out. */
  readonly notes?: readonly string[];
  /** No conversation can match, and the sentence says why. */
  readonly nothing?: string;
}

/** Several parts of one condition as one, each value once. */
export function together(parts: readonly Resolved[]): Resolved {
  return {
    values: [...new Set(parts.flatMap(({ values }) => values))],
    missing: parts.flatMap(({ missing }) => missing ?? []),
    notes: parts.flatMap(({ notes }) => notes ?? []),
  };
}
