/** `output:` with its defaults. */
import type { DetailsOutput } from '../../contract/generated/files.ts';
import type { QueryFile } from '../model.ts';
import type { OutputPlan } from './model.ts';

/** The defaults are those of the schema; rows of an aggregate are its groups. */
export function outputPlan({ kind, value }: QueryFile): OutputPlan {
  const output: DetailsOutput = value.output ?? {};
  const exclude = Object.entries(output.exclude ?? {});
  return {
    rows: kind === 'ConversationAggregates' ? 'aggregate' : (output.rows ?? 'wrapUp'),
    columns: output.columns ?? [],
    ...(output.maxRows === undefined ? {} : { maxRows: output.maxRows }),
    match: output.match ?? 'conversations',
    exclude: Object.fromEntries(exclude.map(([key, values]) => [key, Array.isArray(values) ? values : [values]])),
    ...(output.chart === undefined ? {} : { chart: { ...output.chart } }),
  };
}
