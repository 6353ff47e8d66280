/** Which queues the project's catalogs declare. */
import { documentKind } from '../check/fileKind.ts';
import { normaliseName } from '../contract/names.ts';
import type { SourceFile } from '../text/tree.ts';
import { childOf, keyOf } from '../text/walk.ts';

/** Normalised names of the queues that these files declare; also from files with errors elsewhere. */
export function declaredQueues(sources: Iterable<SourceFile>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const source of sources) for (const name of queuesOf(source)) names.add(name);
  return names;
}

/** The same names as they are written, each once, for people to choose from. */
export function declaredQueueNames(sources: Iterable<SourceFile>): readonly string[] {
  const names = new Map<string, string>();
  for (const source of sources)
    for (const name of writtenIn(source)) if (!names.has(normaliseName(name))) names.set(normaliseName(name), name);
  return [...names.values()];
}

function queuesOf(source: SourceFile): ReadonlySet<string> {
  return new Set(writtenIn(source).map(normaliseName));
}

function writtenIn(source: SourceFile): readonly string[] {
  const catalogs = source.documents.filter(({ root }) => documentKind(source.name, root) === 'WrapUpCatalog');
  const maps = catalogs.map(({ root }) => childOf(root, 'queues')).filter((node) => node?.kind === 'map');
  return maps.flatMap((map) => (map.kind === 'map' ? map.pairs.map(keyOf) : []));
}
