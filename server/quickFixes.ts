import { CodeActionKind } from 'vscode-languageserver';
import type { Problem } from '#core/check/problem.ts';
import type { Range } from '#core/text/position.ts';
import { jointFix, type JointFix, meet, preferredFix } from '#core/check/jointFix.ts';
import type { Repair } from './toCodeAction.ts';

/** The fixes of the problems in a range, and behind them, for each kind of problem, those of its kind in the file that have an obvious one. */
export function quickFixes(problems: readonly Problem[], range: Range): readonly Repair[] {
  const here = problems.filter((problem) => meet(problem.range, range));
  const kinds = new Set(here.filter(preferredFix).map(({ code }) => code));
  return [...here.flatMap(fixesOf), ...[...kinds].flatMap((code) => allOfKind(problems, here, code))];
}

/** The obvious fixes of one kind of problem, as far as they can be made together. */
export function fixOfKind(problems: readonly Problem[], code: string): JointFix {
  const known = jointFixes.get(problems) ?? new Map<string, JointFix>();
  jointFixes.set(problems, known);
  const found = known.get(code) ?? jointFix(problems.filter((problem) => problem.code === code));
  known.set(code, found);
  return found;
}

/** Editors ask at every move of the cursor, and between edits the answer is the same. */
const jointFixes = new WeakMap<readonly Problem[], Map<string, JointFix>>();

function fixesOf(problem: Problem): readonly Repair[] {
  return problem.fixes.map(({ title, edits, preferred }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    problems: [problem],
    edits,
    ...(preferred !== undefined && { preferred }),
  }));
}

function allOfKind(problems: readonly Problem[], here: readonly Problem[], code: string): readonly Repair[] {
  const { fixed, edits } = fixOfKind(problems, code);
  if (fixed.length < 2) return [];
  const all = problems.filter((problem) => problem.code === code).length;
  const count = fixed.length === all ? `all ${fixed.length}` : `${fixed.length} of ${all}`;
  const title = `Fix ${count} problems of this kind in the file`;
  const those = here.filter((problem) => problem.code === code);
  return [{ title, kind: CodeActionKind.QuickFix, problems: those, edits, fixesOf: code }];
}
