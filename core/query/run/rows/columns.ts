/** Which columns a result can have, and which it has. Used by checks too, so nothing here reaches the wire. */
import type { CompiledQuery, RowLevel } from '../../compile/model.ts';
import type { JsonObject, QueryKind } from '../../model.ts';
import type { Column } from '../model.ts';
import type { AggregateColumn } from './aggregateColumns.ts';
import { aggregateColumns, defaultAggregateColumns } from './aggregateColumns.ts';
import type { DetailColumn } from './columnModel.ts';
import { defaultDetailColumns, detailColumns } from './detailColumns.ts';
import type { DetailLevel } from './levels.ts';

/**
 * What `output.columns` and `output.exclude` may name for rows of a level. With the body of an aggregate its own
 * groups, metrics and views; without one, all that are published, and no views.
 */
export function allColumns(kind: QueryKind, rows: RowLevel, body?: JsonObject): readonly Column[] {
  const all: ReadonlyMap<string, Column> =
    kind === 'ConversationAggregates' ? aggregateColumns(body) : detailColumns(levelOf(rows));
  return [...all.values()].map(plain);
}

/** The chosen columns of a query, or the level's own choice. Throws an Error with a sentence for a key that is none. */
export function columnsOf(query: Pick<CompiledQuery, 'kind' | 'body' | 'output'>): readonly Column[] {
  const columns: readonly Column[] =
    query.kind === 'ConversationAggregates' ? chosenAggregateColumns(query) : chosenDetailColumns(query);
  return columns.map(plain);
}

export function chosenDetailColumns({ output }: Pick<CompiledQuery, 'output'>): readonly DetailColumn[] {
  const level = levelOf(output.rows);
  return chosen(detailColumns(level), output.columns, defaultDetailColumns[level]);
}

export function chosenAggregateColumns({
  body,
  output,
}: Pick<CompiledQuery, 'body' | 'output'>): readonly AggregateColumn[] {
  return chosen(aggregateColumns(body), output.columns, defaultAggregateColumns(body));
}

/** Details have no rows of groups: such a level can only be a mistake of the caller, and means wrap-ups. */
export const levelOf = (rows: RowLevel): DetailLevel => (rows === 'aggregate' ? 'wrapUp' : rows);

function chosen<T extends Column>(
  all: ReadonlyMap<string, T>,
  keys: readonly string[],
  fallback: readonly string[],
): readonly T[] {
  return (keys.length > 0 ? keys : fallback).map((key) => {
    const column = all.get(key);
    if (column === undefined)
      throw new Error(`There is no column "${key}" in these rows. Take another name for \`output.columns\`.`);
    return column;
  });
}

const plain = ({ key, title, type, description }: Column): Column => ({
  key,
  title,
  type,
  ...(description !== undefined && { description }),
});
