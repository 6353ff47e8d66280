/** Names that tutorials invent and other tools use: what they are, what is real, and how a fix rewrites them. */
import { allowedKeys } from './descriptions.ts';
import { catalogKeys } from './inventions/catalog.ts';
import { codeKeys } from './inventions/codes.ts';
import { conditionKeys, whereWords } from './inventions/conditions.ts';
import { fold } from './inventions/fold.ts';
import type { InventedKey, Place } from './inventions/model.ts';
import { placeNames, places } from './inventions/places.ts';
import { projectKeys } from './inventions/project.ts';
import { queryKeys } from './inventions/queries.ts';
import { requestKeys } from './inventions/queryRequests.ts';
import { surveyKeys } from './inventions/surveyRules.ts';

export { conditionPart, type ConditionPart } from './inventions/conditions.ts';
export type {
  FilterFamily,
  InventedKey,
  InventedValue,
  InventedWord,
  KeyRewrite,
  Place,
  RealPlace,
} from './inventions/model.ts';
export { filterFamilies, filterKeys, placeAt, places } from './inventions/places.ts';
export { findDimensionValue, findWord, isComparison } from './inventions/queryValues.ts';
export { meantSurveySource } from './inventions/surveyRules.ts';
export { findInventedValue, meantRegion } from './inventions/values.ts';

/** The whole table. */
export const inventedKeys: readonly InventedKey[] = [
  ...codeKeys,
  ...catalogKeys,
  ...projectKeys,
  ...queryKeys,
  ...requestKeys,
  ...conditionKeys,
  ...whereWords,
  ...surveyKeys,
];

/**
 * What is known about a key that our format does not have in this place. Also knows real keys in another spelling
 * (`valid_from`, `ReportingTags`). Nothing for a real key, and for one that nobody is known to use.
 */
export function findInventedKey(where: Place, key: string): InventedKey | undefined {
  const { kind, path } = places[where];
  const real = realKeys(where);
  if (real.names.has(key)) return undefined;
  const wanted = fold(key);
  const respelled = real.spellings.get(wanted);
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

/** The key of the same map that an invented one stands for; nothing where it goes elsewhere or away. */
export function keyAfter({ rewrite, real }: Pick<InventedKey, 'rewrite' | 'real'>): string | undefined {
  switch (rewrite.kind) {
    case 'renameKey':
    case 'toName':
    case 'mapValue':
    case 'toDuration':
    case 'toList':
      return rewrite.to;
    case 'toQueues':
      return 'queues';
    case 'toRegion':
      return 'region';
    case 'toEvents':
      return 'events';
    case 'toInterval':
      return 'interval';
    case 'toGranularity':
      return 'granularity';
    case 'toWhere':
      return 'where';
    case 'toPredicates':
      return real?.path.at(-1)?.toString();
    case 'moveTo':
    case 'removeKey':
    case 'unwrap':
    case 'toKind':
      return undefined;
  }
}

interface RealKeys {
  readonly names: ReadonlySet<string>;
  /** By their folded spelling. */
  readonly spellings: ReadonlyMap<string, string>;
}

const knownKeys = new Map<Place, RealKeys>();

function realKeys(where: Place): RealKeys {
  const known = knownKeys.get(where);
  if (known !== undefined) return known;
  const names = allowedKeys(places[where].kind, places[where].path).map(({ key }) => key);
  const found = { names: new Set(names), spellings: new Map(names.toReversed().map((name) => [fold(name), name])) };
  knownKeys.set(where, found);
  return found;
}

const tables: ReadonlyMap<Place, ReadonlyMap<string, InventedKey>> = new Map(
  placeNames.map((where) => [where, tableOf(where)]),
);

function tableOf(where: Place): ReadonlyMap<string, InventedKey> {
  const here = inventedKeys.filter((invention) => invention.where.includes(where));
  return new Map(here.flatMap((invention) => invention.names.map((name) => [fold(name), invention])));
}
