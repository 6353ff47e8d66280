import { CodeActionKind } from 'vscode-languageserver';
import type { Problem } from '#core/check/problem.ts';
import type { Range } from '#core/text/position.ts';
import { fixesOfKind, fixesTitled, type JointFix, meet, preferredFix } from '#core/check/fixes/jointFix.ts';
import type { Repair } from './toCodeAction.ts';

/** All problems with one code, repaired by their obvious fix, or by the one that somebody chose. */
export interface FixesOf {
  readonly code: string;
  readonly title?: string;
}

/** The fixes of the problems in a range, and behind them the same for all problems of their kind in the file. */
export function quickFixes(problems: readonly Problem[], range: Range): readonly Repair[] {
  const here = problems.filter((problem) => meet(problem.range, range));
  return [...here.flatMap(fixesOf), ...wishesOf(here).flatMap((wish) => allOfKind(problems, here, wish))];
}

/** Each kind that has an obvious fix; where a problem has none, each of its fixes may be what is wanted everywhere. */
function wishesOf(here: readonly Problem[]): readonly FixesOf[] {
  const wishes = here.flatMap((problem): readonly FixesOf[] => {
    const { code, fixes } = problem;
    return preferredFix(problem) === undefined ? fixes.map(({ title }) => ({ code, title })) : [{ code }];
  });
  return [...new Map(wishes.map((wish) => [keyOf(wish), wish])).values()];
}

/** Made once for each reading of the problems. */
export function jointFixOf(problems: readonly Problem[], wish: FixesOf): JointFix {
  const known = jointFixes.get(problems) ?? new Map<string, JointFix>();
  jointFixes.set(problems, known);
  const { code, title } = wish;
  const found =
    known.get(keyOf(wish)) ?? (title === undefined ? fixesOfKind(problems, code) : fixesTitled(problems, code, title));
  known.set(keyOf(wish), found);
  return found;
}

/** Editors ask at every move of the cursor, and between edits the answer is the same. */
const jointFixes = new WeakMap<readonly Problem[], Map<string, JointFix>>();

function keyOf({ code, title = '' }: FixesOf): string {
  return `${code} ${title}`;
}

function fixesOf(problem: Problem): readonly Repair[] {
  return problem.fixes.map(({ title, edits, preferred }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    problems: [problem],
    edits,
    ...(preferred !== undefined && { preferred }),
  }));
}

function allOfKind(problems: readonly Problem[], here: readonly Problem[], wish: FixesOf): readonly Repair[] {
  const { fixed, edits } = jointFixOf(problems, wish);
  if (fixed.length < 2) return [];
  const { code, title: chosen } = wish;
  const all = problems.filter((problem) => problem.code === code).length;
  const count = fixed.length === all ? `all ${fixed.length}` : `${fixed.length} of ${all}`;
  const title =
    chosen === undefined
      ? `Fix ${count} problems of this kind in the file`
      : `${chosen}, for ${count} problems of this kind in the file`;
  const those = here.filter((problem) => problem.code === code);
  return [{ title, kind: CodeActionKind.QuickFix, problems: those, edits, fixesOf: wish }];
}
