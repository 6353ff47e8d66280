import type { DataTable, Org, Queue, WrapupCode } from './model.ts';

export interface Resolved {
  code(idOrName: string): WrapupCode;
  queue(idOrName: string): Queue;
  table(idOrName: string): DataTable;
}

/** Finds entities by id, or by name among those that are not deleted. Throws an Error with a plain sentence. */
export function resolved(org: Org): Resolved {
  return {
    code(idOrName) {
      const byId = org.codes.get(idOrName);
      if (byId && !byId.deleted) return byId;
      return named(
        'wrap-up code',
        idOrName,
        [...org.codes.values()].filter((code) => !code.deleted),
      );
    },
    queue: (idOrName) => org.queues.get(idOrName) ?? named('queue', idOrName, [...org.queues.values()]),
    table: (idOrName) => org.tables.get(idOrName) ?? named('data table', idOrName, [...org.tables.values()]),
  };
}

function named<Entity extends { readonly name: string }>(
  kind: string,
  name: string,
  entities: readonly Entity[],
): Entity {
  const found = entities.find((entity) => entity.name === name);
  if (!found) throw new Error(`The org has no ${kind} '${name}'.`);
  return found;
}
