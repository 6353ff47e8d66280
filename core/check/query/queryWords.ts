/** What the parts of a query mean, in words for completion and hover. */
import { dimensionFactsOf } from '../../contract/dimensions.ts';
import { isQueryKind, type FileKind, type SchemaPath } from '../../contract/schema.ts';
import { whereKeys, type WhereKey } from '../../query/compile/index.ts';
import type { QueryKind } from '../../query/model.ts';

/** `segment dimension`, `conversation metric`: what a key of `where` filters by. Undefined for other places. */
export function whereDetail(kind: FileKind, path: SchemaPath): string | undefined {
  const key = isQueryKind(kind) ? whereKeyAt(kind, path) : undefined;
  if (key === undefined) return undefined;
  if (key.named !== undefined) return 'by name';
  return `${key.family === 'aggregate' ? '' : `${key.family} `}${key.type}`;
}

/** The condition that a path in `where` leads to. */
export function whereKeyAt(kind: QueryKind, path: SchemaPath): WhereKey | undefined {
  return path[0] === 'where' ? whereKeys(kind).get(path.slice(1).join('.')) : undefined;
}

/** True where no range of numbers can match: offering one would be noise. */
export function holdsWords(kind: FileKind, path: SchemaPath): boolean {
  const key = isQueryKind(kind) ? whereKeyAt(kind, path) : undefined;
  const facts = key?.type === 'dimension' && key.named === undefined ? dimensionFactsOf(key.field) : undefined;
  return facts?.type === 'enum' || facts?.type === 'boolean';
}

/** What a key of `where` becomes in the body. */
export function whereMeaning(kind: QueryKind, key: WhereKey): string {
  const filters = kind === 'ConversationAggregates' ? 'filter' : `${key.family}Filters`;
  const names = key.named === undefined ? '' : ', with ids for the names';
  return `Becomes the ${key.type} \`${key.field}\` in \`${filters}\`${names}.`;
}

/** The unit of a metric, where its description ends with one. */
export function unitIn(description: string | undefined): string | undefined {
  return /(?:^|\s)(Milliseconds|A count|A ratio from 0 to 1|A score)\.$/.exec(description ?? '')?.[1]?.toLowerCase();
}
