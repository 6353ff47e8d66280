import { readSource } from '#core/text/parse.ts';
import type { Range } from '#core/text/position.ts';
import type { SourceFile } from '#core/text/tree.ts';
import { refactorings, wholeFileEdits, type Refactoring, type WholeFileActionId } from '#core/refactor/index.ts';
import { applyFix } from '../fixtures/apply.ts';
import { now } from '../fixtures/context.ts';

export const name = 'x.wrapup.yaml';

/** A text with its cursor at `‸`, or a selection between two of them. */
export function marked(written: string): { readonly source: SourceFile; readonly range: Range } {
  const start = written.indexOf('‸');
  const end = written.indexOf('‸', start + 1);
  const source = readSource(name, written.replaceAll('‸', ''));
  return { source, range: source.lines.rangeOf({ start, end: end === -1 ? start : end - 1 }) };
}

export function titles(written: string): readonly string[] {
  const { source, range } = marked(written);
  return refactorings(source, range, { now }).map(({ title }) => title);
}

/** The text after the refactoring with this title. */
export function after(written: string, title: string): string {
  const { source, range } = marked(written);
  const found = refactorings(source, range, { now }).find((candidate) => candidate.title === title);
  if (found === undefined) throw new Error(`"${title}" is not offered: ${titles(written).join(', ')}`);
  return applied(source, found);
}

export function applied(source: SourceFile, { title, edits }: Refactoring): string {
  return applyFix(source, { title, edits });
}

/** The text after an action, or the sentence that refuses it. */
export function afterAll(written: string, id: WholeFileActionId): string {
  const { source, range } = marked(written);
  const result = wholeFileEdits(id, source, range);
  return 'refusal' in result ? result.refusal : applyFix(source, { title: id, edits: result.edits });
}
