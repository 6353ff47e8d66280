/** A name that is real, and stands in the wrong place of a query: where it works. */
import { allowedKeys } from '../../contract/descriptions.ts';
import { queryKinds, type SchemaPath } from '../../contract/schema.ts';
import type { QueryKind } from '../../query/model.ts';
import { renameKey } from '../../text/edit.ts';
import { childOf, pairOf } from '../../text/walk.ts';
import { fieldPair, type QueryEntry } from '../entry.ts';
import { familiesOf, familyAt, listed, namesIn, type Family } from './queryFamilies.ts';
import { predicatesOf, subjectOf } from './queryFilters.ts';
import { fixIf, type Finding, type FixPlan } from '../rule.ts';
import type { SchemaIssue } from '../schemaIssues.ts';

const negations = new Set(['not', 'none', 'ne', 'exclude', 'without', 'noneof']);
const joins = new Set(['and', 'or', 'all', 'any', 'allof', 'anyof', 'oneof']);
const bodies = new Set(['body', 'query', 'payload', 'json', 'requestbody', 'data']);
const titles = new Set(['name', 'title', 'label', 'description', 'id']);

type Elsewhere = Pick<Finding, 'message' | 'fixes'>;
type Field = 'dimension' | 'metric';

/** For a value of `dimension`, `metric`, `metrics` or `groupBy`; undefined where it is known nowhere. */
export function elsewhere(entry: QueryEntry, issue: SchemaIssue, text: string): Elsewhere | undefined {
  const { path } = issue;
  const key = path.findLast((step) => typeof step === 'string');
  const family = familyAt(entry.file, path);
  if (family !== undefined && (key === 'dimension' || key === 'metric'))
    return inPredicate(entry, issue, text, family, key);
  if (key === 'metrics' || key === 'groupBy') return inList(entry.file, text, key);
  if (key === 'target' || key === 'name') return inList(entry.file, text, 'metrics');
  return undefined;
}

function inPredicate(
  entry: QueryEntry,
  { pair, parent }: SchemaIssue,
  text: string,
  family: Family,
  field: Field,
): Elsewhere | undefined {
  const other = otherOf(field);
  if (namesIn(family, other).includes(text)) {
    const free =
      pair !== undefined && parent?.kind === 'map' && parent.alias !== true && pairOf(parent, other) === undefined;
    const type = childOf(parent, 'type');
    const fixes = fixIf(
      `Change to \`${other}\``,
      free && type === undefined ? [renameKey(pair, other)] : undefined,
      true,
    );
    return { message: `\`${text}\` is a ${other}. Write it under \`${other}\`.`, fixes };
  }
  const better = familiesOf(entry.file).find((candidate) => namesIn(candidate, field).includes(text));
  if (better !== undefined) {
    const message = `\`${text}\` is a ${field} of ${better.of}. Put this predicate under \`${better.key}\`.`;
    return { message, fixes: moveFamily(entry, family, better) };
  }
  const kind = kindWith(entry.file, text, field);
  return kind === undefined
    ? undefined
    : {
        message: `\`${text}\` is a ${field} of \`${kind}\` only. Remove it, or ask with that kind of query.`,
        fixes: [],
      };
}

function inList(kind: QueryKind, text: string, list: 'metrics' | 'groupBy'): Elsewhere | undefined {
  const field = list === 'metrics' ? 'metric' : 'dimension';
  const other = list === 'metrics' ? 'groupBy' : 'metrics';
  if (listed(kind, other).includes(text)) {
    return { message: `\`${text}\` is a ${otherOf(field)}. Write it under \`${other}\`.`, fixes: [] };
  }
  const filters = familiesOf(kind).find((family) => namesIn(family, field).includes(text));
  if (filters !== undefined) {
    return {
      message: `\`${text}\` can be filtered by, and not grouped by or added up. Use it in \`where\`.`,
      fixes: [],
    };
  }
  const better = kindWith(kind, text, field);
  return better === undefined
    ? undefined
    : {
        message: `\`${text}\` is a ${field} of \`${better}\` only. Remove it, or ask with that kind of query.`,
        fixes: [],
      };
}

/** The whole family gets another key where every predicate in it belongs there, and the key is free. */
function moveFamily(entry: QueryEntry, from: Family, to: Family): readonly FixPlan[] {
  const pair = fieldPair(entry, from.key);
  const all = predicatesOf(entry).filter(({ family }) => family === from);
  const fits = all.every(({ map }) => {
    const subject = subjectOf(map);
    return subject !== undefined && subject.field !== 'property' && namesIn(to, subject.field).includes(subject.name);
  });
  if (pair === undefined || fieldPair(entry, to.key) !== undefined || !fits) return [];
  return fixIf(`Change \`${from.key}\` to \`${to.key}\``, [renameKey(pair, to.key)], true);
}

/** For a key that a map of the query does not have: another place of the file that has it, as a sentence. */
export function keyElsewhere({ file }: QueryEntry, path: SchemaPath): string | undefined {
  const key = String(path.at(-1));
  const [top] = path;
  const inWhere = path.length === 2 && top === 'where';
  if (top === 'where' && negations.has(key.toLowerCase()))
    return 'The API has no `not`. `exclude` under `output` drops rows after they were read.';
  if (top === 'where' && joins.has(key.toLowerCase()))
    return "All lines of `where` must hold, and of several values in one line any. For more, write filters in the API's own form.";
  if (path.length === 1 && bodies.has(key.toLowerCase()))
    return 'The fields of the body stand in the file itself, beside `kind`.';
  if (path.length === 1 && titles.has(key.toLowerCase())) return 'A query has no title. Write a comment above it.';
  if (inWhere) {
    const nested = ['survey', 'evaluation', 'resolution'].find((name) => hasKey(file, ['where', name], key));
    if (nested !== undefined) return `Write it under \`${nested}\`.`;
  }
  if (path.length === 3 && top === 'where' && hasKey(file, ['where'], key)) return 'Write it directly under `where`.';
  if (path.length === 1 && hasKey(file, ['where'], key)) return 'Write it under `where`.';
  if (path.length === 1 && hasKey(file, ['output'], key)) return 'Write it under `output`.';
  const other = queryKinds.find((kind) => kind !== file && hasKey(kind, path.slice(0, -1), key));
  return other === undefined ? undefined : `It belongs to \`${other}\` only.`;
}

/** True where the map at `path` takes the key. */
export function hasKey(kind: QueryKind, path: SchemaPath, key: string): boolean {
  return allowedKeys(kind, path).some((allowed) => allowed.key === key);
}

function kindWith(own: QueryKind, text: string, field: Field): QueryKind | undefined {
  return queryKinds.find(
    (kind) =>
      kind !== own &&
      (familiesOf(kind).some((family) => namesIn(family, field).includes(text)) ||
        listed(kind, field === 'metric' ? 'metrics' : 'groupBy').includes(text)),
  );
}

function otherOf(field: Field): Field {
  return field === 'metric' ? 'dimension' : 'metric';
}
