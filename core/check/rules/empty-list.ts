import { removeKeeping } from '../rewrites/comments.ts';
import { isRequired } from '../../contract/descriptions.ts';
import type { QueryEntry } from '../entry.ts';
import { field } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import type { SchemaIssue } from '../schemaIssues.ts';
import { pairOf } from '../../text/walk.ts';

/** A list of values of which one must hold, with none in it: nobody can tell whether it means all or nothing. */
export const emptyList: Rule = {
  code: 'empty-list',
  severity: 'error',
  inQuery: (entry) => [...entry.issues.flatMap((issue) => look(entry, issue)), ...noMetrics(entry)],
};

function look(entry: QueryEntry, { keyword, node, pair, parent, path }: SchemaIssue): readonly Finding[] {
  if (keyword !== 'minItems' || node?.kind !== 'seq' || pair === undefined) return [];
  const removable = parent?.kind === 'map' && !isRequired(entry.file, path);
  return [
    {
      span: node.span,
      message: `This list is empty. Write what \`${path.at(-1)}\` may be, or remove it.`,
      fixes: fixIf(`Remove \`${path.at(-1)}\``, removable ? removeKeeping(entry.text, parent, pair) : undefined),
    },
  ];
}

/** The published model needs the list and does not say how long it is; without a metric nothing is counted. */
function noMetrics(entry: QueryEntry): readonly Finding[] {
  const metrics = pairOf(entry.map, 'metrics')?.value ?? field(entry, 'metrics');
  if (metrics?.kind !== 'seq' || metrics.items.length > 0 || entry.file !== 'ConversationAggregates') return [];
  return [{ span: metrics.span, message: 'This list is empty. Write at least one metric, for example `nOffered`.' }];
}
