/** Names that tutorials invent and other tools use: what they are, what is real, and how a fix rewrites them. */
import { allowedKeys } from './descriptions.ts';
import { catalogKeys } from './inventions/catalog.ts';
import { codeKeys } from './inventions/codes.ts';
import type { InventedKey, Place, RealPlace } from './inventions/model.ts';
import { projectKeys } from './inventions/project.ts';
import type { FileKind, SchemaPath } from './schema.ts';

export type { InventedKey, InventedValue, KeyRewrite, Place, RealPlace } from './inventions/model.ts';
export { findInventedValue, meantRegion } from './inventions/values.ts';

/** The whole table. */
export const inventedKeys: readonly InventedKey[] = [...codeKeys, ...catalogKeys, ...projectKeys];

/** Each place and where it is in our files. */
export const places: Readonly<Record<Place, RealPlace>> = {
  head: { kind: 'WrapUpCatalog', path: [] },
  code: { kind: 'WrapUpCatalog', path: ['codes', '*'] },
  categories: { kind: 'WrapUpCatalog', path: ['categories'] },
  queue: { kind: 'WrapUpCatalog', path: ['queues', '*'] },
  afterCallWork: { kind: 'WrapUpCatalog', path: ['queues', '*', 'afterCallWork'] },
  project: { kind: 'GenesysProject', path: [] },
  environment: { kind: 'GenesysProject', path: ['environments', '*'] },
  event: { kind: 'GenesysProject', path: ['environments', '*', 'events', '*'] },
};

/** The place that a path stands for, keys and indexes below free keys and lists included. */
export function placeAt(kind: FileKind, path: SchemaPath): Place | undefined {
  return placeNames.find((name) => {
    const place = places[name];
    return (
      place.kind === kind &&
      place.path.length === path.length &&
      place.path.every((step, index) => step === '*' || step === path[index])
    );
  });
}

/**
 * What is known about a key that our format does not have in this place. Also knows real keys in another spelling
 * (`valid_from`, `ReportingTags`). Nothing for a real key, and for one that nobody is known to use.
 */
export function findInventedKey(where: Place, key: string): InventedKey | undefined {
  const { kind, path } = places[where];
  const real = allowedKeys(kind, path);
  if (real.some((known) => known.key === key)) return undefined;
  const wanted = fold(key);
  const respelled = real.find((known) => fold(known.key) === wanted)?.key;
  if (respelled !== undefined) {
    return {
      names: [key],
      where: [where],
      real: { kind, path: [...path, respelled] },
      explanation: `This is spelled \`${respelled}\` here.`,
      rewrite: { kind: 'renameKey', to: respelled },
    };
  }
  return tables.get(where)?.get(wanted);
}

const placeNames: readonly Place[] = [
  'head',
  'code',
  'categories',
  'queue',
  'afterCallWork',
  'project',
  'environment',
  'event',
];

const tables: ReadonlyMap<Place, ReadonlyMap<string, InventedKey>> = new Map(
  placeNames.map((where) => [where, tableOf(where)]),
);

function tableOf(where: Place): ReadonlyMap<string, InventedKey> {
  const here = inventedKeys.filter((invention) => invention.where.includes(where));
  return new Map(here.flatMap((invention) => invention.names.map((name) => [fold(name), invention])));
}

/** Spelling does not count: case, `_`, `-`, spaces. */
function fold(key: string): string {
  return key.toLowerCase().replace(/[_\-\s]/g, '');
}
