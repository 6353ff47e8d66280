/** What all catalogs of a project say together, for completion and hover: looked up, never by walking the codes. */
import { normaliseName } from '../../contract/names.ts';
import type { SourceFile } from '../../text/tree.ts';
import { childOf } from '../../text/walk.ts';
import { newCatalogFacts, partKey, type CatalogFacts, type Counts, type QueueFacts } from './catalogFacts.ts';
import { documentKind } from '../fileKind.ts';

export interface ProjectFacts {
  /** Declared queues in the order of the files, each once. */
  queues(): readonly QueueFacts[];
  /** How a queue is declared, whatever the spelling of its name. */
  queue(name: string): QueueFacts | undefined;
  /** Active codes on a queue. */
  codesOn(queue: string): number;
  /** Codes with a category, or with a subcategory of it. */
  codesIn(category: string, subcategory?: string): number;
  /** All codes, of any state. */
  codes(): number;
  /** Codes with a tag of their own; without the tags that come from the category. */
  tags(): Counts;
  /** Codes and catalogs that name a division. */
  divisions(): Counts;
}

/** A view of catalogs that may change; what it says is true at the moment it is asked. */
export function projectFacts(catalogs: () => readonly CatalogFacts[]): ProjectFacts {
  const sum = (of: (catalog: CatalogFacts) => number): number =>
    catalogs().reduce((total, catalog) => total + of(catalog), 0);
  const queues = (): readonly QueueFacts[] => [...queuesIn(catalogs()).values()];
  return {
    queues,
    queue: (name) => {
      const wanted = normaliseName(name);
      return queues().find((queue) => normaliseName(queue.name) === wanted);
    },
    codesOn: (queue) => sum((catalog) => catalog.codesOn(normaliseName(queue))),
    codesIn: (category, subcategory) => sum(({ parts }) => parts.get(partKey(category, subcategory)) ?? 0),
    codes: () => sum(({ codes }) => codes),
    tags: () => merged(catalogs().map(({ tags }) => tags)),
    divisions: () => merged(catalogs().map(({ divisions }) => divisions)),
  };
}

/** The facts that come with a context; without a project, those of the file at hand. */
export function factsFor(source: SourceFile, { facts }: { readonly facts?: ProjectFacts | undefined }): ProjectFacts {
  const known = facts ?? ofFile.get(source) ?? factsOfFiles([source]);
  if (facts === undefined) ofFile.set(source, known);
  return known;
}

const ofFile = new WeakMap<SourceFile, ProjectFacts>();

/** The same for files that are read as a whole. Costs their length. */
export function factsOfFiles(sources: Iterable<SourceFile>): ProjectFacts {
  const catalogs = [...sources].flatMap(catalogsOf);
  return projectFacts(() => catalogs);
}

function catalogsOf({ name, documents }: SourceFile): readonly CatalogFacts[] {
  return documents.flatMap(({ root }) => {
    if (documentKind(name, root) !== 'WrapUpCatalog') return [];
    const facts = newCatalogFacts(name);
    facts.setHead(root);
    const codes = childOf(root, 'codes');
    if (codes?.kind === 'seq') for (const code of codes.items) facts.add(code);
    return [facts];
  });
}

function queuesIn(catalogs: readonly CatalogFacts[]): ReadonlyMap<string, QueueFacts> {
  const found = new Map<string, QueueFacts>();
  for (const queue of catalogs.flatMap(({ queues }) => queues)) {
    const key = normaliseName(queue.name);
    if (key !== '' && !found.has(key)) found.set(key, queue);
  }
  return found;
}

function merged(bags: readonly Counts[]): Counts {
  const all = new Map<string, number>();
  for (const bag of bags) for (const [text, count] of bag) all.set(text, (all.get(text) ?? 0) + count);
  return all;
}
