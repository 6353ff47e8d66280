import { mapOf } from '../compile/json.ts';
import { outputPlan } from '../compile/output.ts';
import { whereKeys } from '../compile/whereKeys.ts';
import type { NamedKind, QueryFile } from '../model.ts';
import { listNeeds } from './listNeeds.ts';
import { defaultAggregateColumns } from './rows/aggregateColumns.ts';
import { levelOf } from './rows/columns.ts';
import { defaultDetailColumns } from './rows/detailColumns.ts';

/**
 * The lists of names that `where` and the columns of a query need: without the others it compiles to the same call and
 * has the same rows.
 */
export function neededKinds(file: QueryFile): readonly NamedKind[] {
  const written = mapOf(file.value);
  const { rows, columns, exclude } = outputPlan(file);
  const own =
    file.kind === 'ConversationAggregates' ? defaultAggregateColumns(written) : defaultDetailColumns[levelOf(rows)];
  const keys = new Set([...(columns.length > 0 ? columns : own), ...Object.keys(exclude)]);
  const ofColumns = listNeeds.filter((one) => one.columns.some((key) => keys.has(key))).map(({ kind }) => kind);
  const ofWhere = Object.keys(mapOf(written['where'])).flatMap((key) => whereKeys(file.kind).get(key)?.named ?? []);
  return [...new Set([...ofWhere, ...ofColumns])];
}
