import type { Problem } from '#core/check/problem.ts';

/** A checked file: `path` as it is shown, with forward slashes, relative to the working folder where that is possible. */
export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** Problems of one severity: an error or a warning ends a check with exit code 1, the rest is only shown. */
export function isFailure(problem: Problem): boolean {
  return problem.severity === 'error' || problem.severity === 'warning';
}
