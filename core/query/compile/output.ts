/** `output:` with its defaults. */
import type { QueryFile } from '../model.ts';
import type { OutputPlan } from './model.ts';

/** The defaults are those of the schema; rows of an aggregate are its groups. */
export function outputPlan({ kind, value }: QueryFile): OutputPlan {
  const output = value.output ?? {};
  const exclude = Object.entries(output.exclude ?? {});
  return {
    rows: kind === 'ConversationAggregates' ? 'aggregate' : rowsOf(output),
    columns: output.columns ?? [],
    ...(output.maxRows === undefined ? {} : { maxRows: output.maxRows }),
    match: 'match' in output && output.match !== undefined ? output.match : 'conversations',
    exclude: Object.fromEntries(exclude.map(([key, values]) => [key, Array.isArray(values) ? values : [values]])),
    ...(output.chart === undefined ? {} : { chart: { ...output.chart } }),
  };
}

function rowsOf(output: NonNullable<QueryFile['value']['output']>): OutputPlan['rows'] {
  return 'rows' in output && output.rows !== undefined ? output.rows : 'wrapUp';
}
