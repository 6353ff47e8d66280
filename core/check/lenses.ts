/** What can be done with a query, to be shown over it. */
import type { Range } from '../text/position.ts';
import type { SourceFile } from '../text/tree.ts';
import { documentKind, isQuery } from './fileKind.ts';

/** Kinds of lenses; each can be left out. What a catalog holds is told by hovers, which move no line. */
export type LensKind = 'run';

export const lensKinds: readonly LensKind[] = ['run'];

export interface Lens {
  readonly kind: LensKind;
  /** The query's place among the documents of the file, from 0. */
  readonly document: number;
  /** Its first line. */
  readonly range: Range;
}

/** One for each query, also for one that has mistakes: a lens that comes and goes while one types moves the text. */
export function lensesOf(source: SourceFile, shown: ReadonlySet<LensKind> = new Set(lensKinds)): readonly Lens[] {
  if (!shown.has('run')) return [];
  return source.documents.flatMap(({ root }, document): Lens[] => {
    const kind = documentKind(source.name, root);
    if (root === undefined || !isQuery(kind)) return [];
    const { line } = source.lines.positionAt(root.span.start);
    const at = { line, character: 0 };
    return [{ kind: 'run', document, range: { start: at, end: at } }];
  });
}
