/** `where` as the API's filters. */
import type { Json, JsonObject, QueryKind } from '../model.ts';
import { conditionOf, type Condition } from './condition.ts';
import { allOf, filterOf, narrowed, type AnyOf } from './filter.ts';
import { isMap, listOf } from './json.ts';
import type { CompileContext, CompileProblem, MissingName } from './model.ts';
import { filtersKey, nestedMaps, whereKeys, type WhereFamily } from './whereKeys.ts';

export interface CompiledWhere {
  /** The keys of the body that `where` adds to, with the filters that stood there before. */
  readonly filters: JsonObject;
  readonly problems: readonly CompileProblem[];
  readonly missing: readonly MissingName[];
  readonly notes: readonly string[];
  readonly nothing?: string;
}

/** Keys of one family become one filter, so those of a segment speak of one and the same segment. */
export function compileWhere(
  kind: QueryKind,
  where: JsonObject,
  body: JsonObject,
  context: CompileContext,
): CompiledWhere {
  const problems: CompileProblem[] = [];
  const conditions: Condition[] = [];
  const families = new Map<WhereFamily, AnyOf[]>();
  for (const { key, value, path } of entriesOf(kind, where)) {
    const known = whereKeys(kind).get(key);
    if (known === undefined) {
      problems.push({ path, message: unknownKey(kind, key) });
      continue;
    }
    const condition = conditionOf(known, value, path, context);
    if ('problem' in condition) {
      problems.push(condition.problem);
      continue;
    }
    conditions.push(condition);
    families.set(known.family, [...(families.get(known.family) ?? []), condition.predicates]);
  }
  const added = [...families].map(([family, all]) => addFilter(kind, family, all, body));
  const nothing = conditions.find((condition) => condition.nothing !== undefined)?.nothing;
  return {
    filters: Object.fromEntries(added.flatMap((filter) => ('key' in filter ? [[filter.key, filter.value]] : []))),
    problems: [...problems, ...added.flatMap((filter) => ('problem' in filter ? [filter.problem] : []))],
    missing: withoutRepeats(conditions.flatMap(({ missing }) => missing ?? [])),
    notes: conditions.flatMap(({ notes }) => notes ?? []),
    ...(nothing === undefined ? {} : { nothing }),
  };
}

function unknownKey(kind: QueryKind, key: string): string {
  if (nestedMaps(kind).includes(key)) return `Say what the ${key} must be, for there is nothing under \`${key}\`.`;
  return `\`where\` has no key ${JSON.stringify(key)} in this kind of query.`;
}

interface Entry {
  /** As in `whereKeys`. */
  readonly key: string;
  readonly value: Json;
  readonly path: readonly string[];
}

function entriesOf(kind: QueryKind, where: JsonObject): readonly Entry[] {
  const nested = nestedMaps(kind);
  return Object.entries(where).flatMap(([key, value]): Entry[] => {
    const inner = nested.includes(key) && isMap(value) ? Object.entries(value) : [];
    // A map with nothing in it is an entry of its own, which no key knows: it would be a filter that vanishes.
    if (inner.length === 0) return [{ key, value, path: ['where', key] }];
    return inner.map(([field, its]) => ({ key: `${key}.${field}`, value: its, path: ['where', key, field] }));
  });
}

type Added = { readonly key: string; readonly value: Json } | { readonly problem: CompileProblem };

/** Both what stood in the body and what `where` says must hold. A list of filters does that by itself. */
function addFilter(kind: QueryKind, family: WhereFamily, conditions: readonly AnyOf[], body: JsonObject): Added {
  const key = filtersKey(kind, family);
  const own = body[key];
  if (family !== 'aggregate') return { key, value: [...listOf(own), allOf(conditions)] };
  const both = isMap(own) ? narrowed(filterOf(own), conditions) : allOf(conditions);
  if (both !== undefined) return { key, value: both };
  const message =
    '`filter` and `where` cannot be said in one filter: the API has two levels of and/or. Say all of it in `filter`.';
  return { problem: { path: [key], message } };
}

function withoutRepeats(missing: readonly MissingName[]): readonly MissingName[] {
  return [...new Map(missing.map((name) => [`${name.kind} ${name.name}`, name])).values()];
}
