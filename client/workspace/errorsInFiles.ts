import * as vscode from 'vscode';
import { check, type CheckContext } from '#core/check/index.ts';
import type { Problem } from '#core/check/problem.ts';
import type { SourceFile } from '#core/text/tree.ts';
import { UserError } from '../errors.ts';

export interface NamedSource {
  readonly uri: vscode.Uri;
  readonly source: SourceFile;
}

/** What is done with a file that has errors is something else than what is meant: it stops with the first one. */
export function assertNoErrors(
  sources: readonly NamedSource[],
  contextFor: (source: SourceFile) => CheckContext,
  done: 'planned' | 'run' = 'planned',
): void {
  const broken = sources.flatMap(({ uri, source }) => {
    const errors = check(source, contextFor(source)).filter(({ severity }) => severity === 'error');
    const [first] = errors;
    return first ? [{ uri, path: source.name, first, count: errors.length }] : [];
  });
  const [worst] = broken;
  if (!worst) return;
  const others =
    broken.length > 1
      ? ` ${broken.length - 1} more ${broken.length === 2 ? 'file has' : 'files have'} errors too.`
      : '';
  const many = worst.count === 1 ? 'an error' : `${worst.count} errors`;
  throw new UserError(`${worst.path} has ${many}, so it cannot be ${done}: ${worst.first.message}${others}`, [
    { title: 'Go to Error', command: 'vscode.open', args: [worst.uri, { selection: rangeOf(worst.first) }] },
    { title: 'Show Problems', command: 'workbench.actions.view.problems' },
  ]);
}

function rangeOf({ range: { start, end } }: Problem): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
