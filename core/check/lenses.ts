/** What can be done with a query, to be shown over it. */
import type { Range } from '../text/position.ts';
import type { SourceFile } from '../text/tree.ts';
import { documentKind, isQuery } from './fileKind.ts';

export interface Lens {
  readonly kind: 'run';
  /** The query's place among the documents of the file, from 0. */
  readonly document: number;
  /** Its first line. */
  readonly range: Range;
}

/** One for each query, also for one that has mistakes: a lens that comes and goes while one types moves the text. */
export function lensesOf(source: SourceFile): readonly Lens[] {
  return source.documents.flatMap(({ root }, document): Lens[] => {
    const kind = documentKind(source.name, root);
    if (root === undefined || !isQuery(kind)) return [];
    const { line } = source.lines.positionAt(root.span.start);
    const at = { line, character: 0 };
    return [{ kind: 'run', document, range: { start: at, end: at } }];
  });
}
