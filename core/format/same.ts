/** Whether two texts say the same. */
import type { Node, Pair, SourceFile } from '../text/tree.ts';

/** True where both have the same values in the same style and order, and the same problems. */
export function saysTheSame(a: SourceFile, b: SourceFile): boolean {
  return (
    sameList(a.problems, b.problems, (x, y) => x.code === y.code) &&
    sameList(a.documents, b.documents, (x, y) => sameNode(x.root, y.root))
  );
}

function sameNode(a: Node | undefined, b: Node | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.kind === 'scalar') {
    return b.kind === 'scalar' && a.style === b.style && a.alias === b.alias && Object.is(a.value, b.value);
  }
  // What an alias stands for is compared where it is written.
  if (a.alias === true || b.alias === true) return a.kind === b.kind && a.alias === b.alias;
  if (a.kind === 'seq') return b.kind === 'seq' && a.flow === b.flow && sameList(a.items, b.items, sameNode);
  return b.kind === 'map' && a.flow === b.flow && sameList(a.pairs, b.pairs, samePair);
}

function samePair(a: Pair, b: Pair): boolean {
  return sameNode(a.key, b.key) && sameNode(a.value, b.value);
}

function sameList<T extends object>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
  if (a.length !== b.length) return false;
  return a.every((item, index) => {
    const other = b[index];
    return other !== undefined && same(item, other);
  });
}
