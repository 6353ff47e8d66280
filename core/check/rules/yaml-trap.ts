import type { ScalarNode } from '../../text/tree.ts';
import { dimensionFactsOf } from '../../contract/dimensions.ts';
import type { Entry, QueryEntry } from '../entry.ts';
import { isInForeignFilter } from '../query/foreignFilters.ts';
import { comparedValues } from '../query/queryValues.ts';
import { isNull, nullFix } from '../fixes/nullFix.ts';
import { fixIf, type Finding, type FixPlan, type Rule } from '../rule.ts';
import type { SchemaIssue } from '../schemaIssues.ts';
import { fixedValues } from '../schemaPlace.ts';
import { freeKeys } from '../freeKeys.ts';

/** Text without quotes that YAML reads as a number, a boolean or nothing: `007`, `1e3`, `true`, `~`. */
export const yamlTrap: Rule = {
  code: 'yaml-trap',
  severity: 'error',
  codesWith: 'issues',
  inCode: look,
  inHead: (entry) => [...look(entry), ...inKeys(entry)],
  inProject: (entry) => [...look(entry), ...inKeys(entry)],
  // The free keys of a query are columns, and no column is a number.
  inQuery: (entry) => [...look(entry), ...otherNumbers(entry)],
  inSurvey: (entry) => [...look(entry), ...inKeys(entry)],
};

/** Where a number is no text without quotes: other rules say what it should be. */
const notText = new Set<unknown>(['timeout', 'validFrom', 'validThrough']);

/** True where the wrong type is not a choice but YAML's reading of what was meant as text. */
export function isTrap(entry: Entry, issue: SchemaIssue): boolean {
  const { keyword, params, node, path } = issue;
  const types = Array.isArray(params['type']) ? params['type'] : [params['type']];
  // Rules compare numbers too: nothing is no text there.
  if (entry.kind === 'survey' && types.includes('number')) return false;
  if (notText.has(path.at(-1)) || fixedValues(entry, path).length > 0) return false;
  return (
    keyword === 'type' &&
    types.includes('string') &&
    !types.includes('object') &&
    node?.kind === 'scalar' &&
    typeof node.value !== 'string' &&
    node.source !== ''
  );
}

function look(entry: Entry): readonly Finding[] {
  return entry.issues.flatMap((issue) =>
    isTrap(entry, issue) && issue.node?.kind === 'scalar' && !isInForeignFilter(entry, issue)
      ? [findingOf(issue.node, nullsOf(entry, issue))]
      : [],
  );
}

function inKeys(entry: Entry): readonly Finding[] {
  return freeKeys(entry).flatMap(({ key }) =>
    typeof key.value !== 'string' && key.source !== '' ? [findingOf(key)] : [],
  );
}

/** `where` takes numbers too: a phone number or a key then loses its zeros and its plus without a word. */
function otherNumbers(entry: QueryEntry): readonly Finding[] {
  return comparedValues(entry).flatMap(({ dimension, node, where }): Finding[] => {
    const facts = dimensionFactsOf(dimension);
    const isNumber = typeof node.value === 'number' || typeof node.value === 'bigint';
    if (where === undefined || !isNumber || facts?.type === 'number') return [];
    return String(node.value) === node.source ? [] : [findingOf(node)];
  });
}

function nullsOf(entry: Entry, issue: SchemaIssue): readonly FixPlan[] {
  return isNull(issue) ? nullFix(entry, issue) : [];
}

function findingOf(node: ScalarNode, removal: readonly FixPlan[] = []): Finding {
  const rest = removal.length === 0 ? '' : ', or leave it out to say nothing';
  const message = `YAML reads \`${node.source}\` as ${readAs(node)}. Put it in quotes to keep it as text${rest}.`;
  const fix = node.alias === true ? undefined : [{ span: node.span, newText: `"${node.source}"` }];
  return { span: node.span, message, fixes: [...removal, ...fixIf('Put it in quotes', fix, node.value !== null)] };
}

function readAs({ value }: ScalarNode): string {
  if (value === null) return 'nothing';
  return typeof value === 'boolean' ? `the value ${value}` : `the number ${value}`;
}
