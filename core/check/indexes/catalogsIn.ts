/** The catalogs of a file that is read as a whole. */
import type { DocumentNode, Node, SourceFile } from '../../text/tree.ts';
import { codeEntries, headEntry, type CodeEntry, type HeadEntry } from '../entry.ts';
import { documentKind } from '../fileKind.ts';
import { wholeOf } from '../home.ts';
import { headFacts, type HeadFacts } from './usesOf.ts';

export interface Catalog {
  readonly head: HeadEntry;
  readonly facts: HeadFacts;
  readonly codes: readonly CodeEntry[];
}

const known = new WeakMap<SourceFile, readonly Catalog[]>();

/** The same objects each time. */
export function catalogsIn(source: SourceFile): readonly Catalog[] {
  const catalogs = known.get(source) ?? read(source);
  known.set(source, catalogs);
  return catalogs;
}

function read(source: SourceFile): readonly Catalog[] {
  const piece = wholeOf(source);
  return documentsOf(source, 'WrapUpCatalog').map(({ root, document }) => {
    const head = headEntry(piece, root);
    return { head, facts: headFacts(head, source.problems), codes: codeEntries(piece, document) };
  });
}

/** The documents of a kind that hold something. */
export function documentsOf(
  source: SourceFile,
  kind: string,
): { readonly root: Node; readonly document: DocumentNode }[] {
  return source.documents.flatMap((document) =>
    document.root !== undefined && documentKind(source.name, document.root) === kind
      ? [{ root: document.root, document }]
      : [],
  );
}

/** True where all queues that a file declares are known. */
export function knowsQueues(source: SourceFile): boolean {
  const catalogs = catalogsIn(source);
  return catalogs.every(({ facts }) => facts.queuesAreKnown) && (catalogs.length > 0 || source.problems.length === 0);
}
