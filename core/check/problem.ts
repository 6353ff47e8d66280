import type { Range, TextEdit } from '../text/position.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A repair: small edits of the file in which the problem stands. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** True for the one fix that is obviously meant; editors offer it first. */
  readonly preferred?: boolean;
}

/** Another place that explains the problem; in the same file unless `file` names another. */
export interface Related {
  readonly message: string;
  readonly range: Range;
  readonly file?: string;
}

/** What the core reports. Server and CLI convert it; neither adds or hides one. */
export interface Problem {
  /** Stable, kebab case, for example `name-too-long`. */
  readonly code: string;
  readonly message: string;
  readonly severity: Severity;
  readonly range: Range;
  readonly fixes: readonly Fix[];
  readonly related?: readonly Related[];
}
