import { CodeActionKind } from 'vscode-languageserver';
import type { Problem } from '#core/check/problem.ts';
import type { Range } from '#core/text/position.ts';
import { jointFix, meet, preferredFix } from '#core/check/jointFix.ts';
import type { Repair } from './toCodeAction.ts';

/** The fixes of the problems in a range, and behind them, for each kind of problem, those of its kind in the file that have an obvious one. */
export function quickFixes(problems: readonly Problem[], range: Range): readonly Repair[] {
  const here = problems.filter((problem) => meet(problem.range, range));
  const kinds = new Set(here.filter(preferredFix).map(({ code }) => code));
  return [...here.flatMap(fixesOf), ...[...kinds].flatMap((code) => allOfKind(problems, here, code))];
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

function allOfKind(problems: readonly Problem[], here: readonly Problem[], code: string): readonly Repair[] {
  const ofKind = (problem: Problem): boolean => problem.code === code;
  const all = problems.filter(ofKind);
  const { fixed, edits } = jointFix(all);
  if (fixed.length < 2) return [];
  const count = fixed.length === all.length ? `all ${fixed.length}` : `${fixed.length} of ${all.length}`;
  const title = `Fix ${count} problems of this kind in the file`;
  return [{ title, kind: CodeActionKind.QuickFix, problems: here.filter(ofKind), edits }];
}
