import { removeKeeping } from '../fixes/rewrites/comments.ts';
import { isRequired } from '../../contract/descriptions.ts';
import type { QueryEntry, SurveyEntry } from '../entry.ts';
import { field } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import type { SchemaIssue } from '../schemaIssues.ts';
import { keyOf, pairOf } from '../../text/walk.ts';
import { conditionsOf } from '../query/queryWhere.ts';

/** A list or map that says what must hold, with nothing in it: nobody can tell whether it means all or nothing. */
export const emptyList: Rule = {
  code: 'empty-list',
  severity: 'error',
  inSurvey: (entry) => entry.issues.flatMap((issue) => inSurvey(entry, issue)),
  inQuery: (entry) => [
    ...entry.issues.flatMap((issue) => look(entry, issue)),
    ...noMetrics(entry),
    ...emptyMaps(entry),
  ],
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

/** `queue: {}`, `survey: {}`, and a range without bounds in `where`. */
function emptyMaps(entry: QueryEntry): readonly Finding[] {
  const where = field(entry, 'where');
  const pairs = where?.kind === 'map' ? where.pairs.map((pair) => ({ pair, map: where })) : [];
  const nested = conditionsOf(entry).filter(({ map }) => map !== where);
  const told = new Set(entry.issues.filter(({ keyword }) => keyword === 'type').map(({ node }) => node));
  return [...pairs, ...nested].flatMap(({ pair, map }): Finding[] => {
    const { key, value } = pair;
    if (value?.kind !== 'map' || value.pairs.length > 0 || told.has(value)) return [];
    const message = `Nothing stands in \`${keyOf(pair)}\`. Write what it must be, or remove it.`;
    const fixes = fixIf(`Remove \`${keyOf(pair)}\``, removeKeeping(entry.text, map, pair));
    return [{ span: value.flow ? value.span : key.span, message, fixes }];
  });
}

/** The published model needs the list and does not say how long it is; without a metric nothing is counted. */
function noMetrics(entry: QueryEntry): readonly Finding[] {
  const metrics = pairOf(entry.map, 'metrics')?.value ?? field(entry, 'metrics');
  if (metrics?.kind !== 'seq' || metrics.items.length > 0 || entry.file !== 'ConversationAggregates') return [];
  return [{ span: metrics.span, message: 'This list is empty. Write at least one metric, for example `nOffered`.' }];
}

function inSurvey(entry: SurveyEntry, { keyword, node, pair, parent, path }: SchemaIssue): readonly Finding[] {
  if ((keyword !== 'minItems' && keyword !== 'minProperties') || (node?.kind !== 'seq' && node?.kind !== 'map'))
    return [];
  const key = path.at(-1);
  const isWhen = path[0] === 'rules' && path.length === 3;
  const message = isWhen
    ? 'This condition is empty, so nobody can tell whether it means all responses or none. Write what must hold, or use `otherwise`.'
    : typeof key === 'string'
      ? `Nothing stands in \`${key}\`. Write what it must be, or remove it.`
      : 'Nothing stands here. Write what must hold, or remove it.';
  const remove =
    !isWhen && pair !== undefined && parent?.kind === 'map' ? removeKeeping(entry.text, parent, pair) : undefined;
  return [{ span: node.span, message, fixes: fixIf(`Remove \`${key}\``, remove) }];
}
