/** From the names in the files to the entities of one org. */
import { normaliseName } from '../contract/names.ts';
import { renamingFor } from '../contract/renames.ts';
import type { CatalogFile, NamedRef, PlanTarget } from './model.ts';
import type { GenesysProject } from '../contract/generated/files.ts';

/** The org's names of all queues that the catalogs declare or use, each once: what a snapshot must read. */
export function namedQueues(
  catalogs: readonly CatalogFile[],
  project: GenesysProject | undefined,
  target: PlanTarget,
): readonly string[] {
  const renaming = renamingFor(project, target.name);
  const names = catalogs.flatMap(({ catalog }) => [
    ...Object.keys(catalog.queues ?? {}),
    ...(catalog.defaults?.queues ?? []),
    ...catalog.codes.flatMap((code) => code.queues ?? []),
  ]);
  return [...new Set(names.map((name) => renaming.queue(name)))];
}

export type Found<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

/** Finds an entity by its name: spelled exactly, or else the only one that differs in case, spaces or Unicode form. */
export interface Finder<T> {
  (name: string): Found<T>;
}

/** `what` is the entity in a sentence: `queue`, `division`. */
export function finderOf<T extends NamedRef>(entities: readonly T[], what: string): Finder<T> {
  const exact = groupBy(entities, (entity) => entity.name);
  const alike = groupBy(entities, (entity) => normaliseName(entity.name));
  return (name) => {
    const candidates = exact.get(name) ?? alike.get(normaliseName(name)) ?? [];
    const [first, second] = candidates;
    if (first === undefined) {
      return {
        ok: false,
        why: `The org has no ${what} "${name}" that these credentials can see. Check the name, or map it under names in genesys.yaml.`,
      };
    }
    if (second === undefined) return { ok: true, value: first };
    const shown = candidates.map((candidate) => `"${candidate.name}" (${candidate.id})`).sort();
    return {
      ok: false,
      why: `The org has more than one ${what} that "${name}" may mean: ${shown.join(', ')}. Give them different names in the org.`,
    };
  };
}

export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
