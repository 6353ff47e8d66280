/** What a file may know of the others in a project that is kept up to date: true at the moment it is asked. */
import type { CatalogFacts } from '../../check/indexes/catalogFacts.ts';
import type { CheckContext, Elsewhere, QueueUse } from '../../check/indexes/indexes.ts';
import { fact, noteFact, type Shared } from '../../check/live/index.ts';
import { projectFacts } from '../../check/indexes/projectFacts.ts';
import { uniqueNames } from '../../check/indexes/uniqueNames.ts';

export function liveContext(shared: Shared, file: string): CheckContext {
  const { tracker } = shared;
  const elsewhere = liveElsewhere(shared, file);
  const counts = (parts: Shared['parts']): readonly CatalogFacts[] =>
    parts.flatMap(({ catalogs }) => catalogs.map((catalog) => catalog.counts()));
  const facts = projectFacts(() => counts(shared.parts));
  const own = projectFacts(() => counts(shared.parts.filter((part) => part.file === file)));
  return {
    get now() {
      noteFact(tracker, fact.now);
      return shared.now;
    },
    get project() {
      noteFact(tracker, fact.project);
      return shared.project;
    },
    get org() {
      noteFact(tracker, fact.org);
      return shared.org;
    },
    get elsewhere() {
      noteFact(tracker, fact.project);
      return shared.isAlone ? undefined : elsewhere;
    },
    get queueNames() {
      noteFact(tracker, fact.queueNames | fact.project);
      return shared.isAlone ? undefined : uniqueNames(shared.parts.flatMap(declaredIn));
    },
    get catalogs() {
      noteFact(tracker, fact.catalogCodes);
      return shared.catalogCodes;
    },
    get facts() {
      noteFact(tracker, fact.anything | fact.project);
      // Hover and completion see only an excerpt of the file, so that they cannot count in it.
      return shared.isAlone ? own : facts;
    },
  };
}

function liveElsewhere(shared: Shared, file: string): Elsewhere {
  const { cells, tracker } = shared;
  const others = (): Shared['parts'] => shared.parts.filter((part) => part.file !== file);
  return {
    names: { get: (key) => cells.names.besides(file, key) },
    codes: { get: (key) => cells.codes.besides(file, key) },
    formerly: { get: (key) => cells.formerly.besides(file, key) },
    queues: { get: (key) => cells.queues.besides(file, key) },
    get queueNames() {
      noteFact(tracker, fact.queueNames);
      return uniqueNames(others().flatMap(declaredIn));
    },
    get queuesAreKnown() {
      noteFact(tracker, fact.queuesAreKnown);
      return shared.othersKnowQueues(file);
    },
    queueCount(key) {
      noteFact(tracker, fact.fullQueues);
      const own = shared.parts.find((part) => part.file === file)?.catalogs ?? [];
      return shared.ledger.count(key) - own.reduce((total, catalog) => total + catalog.queueCount(key), 0);
    },
    queueUses(key): readonly QueueUse[] {
      noteFact(tracker, fact.fullQueues);
      return others().flatMap(({ catalogs }) => catalogs.flatMap((catalog) => [...catalog.queueUses(key)]));
    },
  };
}

/** The queues that a file declares, as they are written. */
export function declaredIn({ catalogs }: Shared['parts'][number]): readonly string[] {
  return catalogs.flatMap(({ facts }) => facts.declared.map(({ use }) => use.text));
}
