import type { Fix, Problem } from '../problem.ts';
import type { Position, Range, TextEdit } from '../../text/position.ts';

/** Fixes that can be made at the same time, and their edits. */
export interface JointFix {
  readonly fixed: readonly Problem[];
  readonly edits: readonly TextEdit[];
}

/**
 * One fix of each problem, by default the preferred one, as far as they do not meet: of two that do, the first one
 * counts, and the other is left for the next time. A fix is taken whole or not at all.
 */
export function jointFix(
  problems: readonly Problem[],
  choose: (problem: Problem) => Fix | undefined = preferredFix,
): JointFix {
  const fixed: Problem[] = [];
  const edits: TextEdit[] = [];
  // Sorted, and apart from each other: a place is compared with its two neighbours only.
  const taken: Range[] = [];
  for (const problem of problems) {
    const fix = choose(problem);
    if (!fix || fix.edits.some(({ range }) => isTaken(taken, range))) continue;
    fixed.push(problem);
    edits.push(...fix.edits);
    for (const { range } of fix.edits) taken.splice(placeOf(taken, range), 0, range);
  }
  return { fixed, edits };
}

/** The preferred fixes of all problems of one kind. */
export function fixesOfKind(problems: readonly Problem[], code: string): JointFix {
  return jointFix(problems.filter((problem) => problem.code === code));
}

/** Of all problems of one kind the fixes that have this title: where several are possible, somebody chose one. */
export function fixesTitled(problems: readonly Problem[], code: string, title: string): JointFix {
  return jointFix(
    problems.filter((problem) => problem.code === code),
    ({ fixes }) => fixes.find((fix) => fix.title === title && fix.edits.length > 0),
  );
}

export function preferredFix({ fixes }: Problem): Fix | undefined {
  return fixes.find(({ preferred, edits }) => preferred === true && edits.length > 0);
}

function isTaken(taken: readonly Range[], range: Range): boolean {
  const at = placeOf(taken, range);
  return [taken[at - 1], taken[at]].some((neighbour) => neighbour !== undefined && meet(neighbour, range));
}

/** How many of the sorted ranges begin before this one. */
function placeOf(taken: readonly Range[], { start }: Range): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = taken[middle];
    if (range && isBefore(range.start, start)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Also true where they only touch: an edit would write directly beside the other, and a cursor stands beside a word as often as in it. */
export function meet(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
