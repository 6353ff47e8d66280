import type { ScalarNode } from '../../text/tree.ts';
import type { Entry } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import type { SchemaIssue } from '../schemaIssues.ts';
import { freeKeys } from '../freeKeys.ts';

/** Text without quotes that YAML reads as a number, a boolean or nothing: `007`, `1e3`, `true`, `~`. */
export const yamlTrap: Rule = {
  code: 'yaml-trap',
  severity: 'error',
  inCode: look,
  inHead: (entry) => [...look(entry), ...inKeys(entry)],
  inProject: (entry) => [...look(entry), ...inKeys(entry)],
};

/** True where the wrong type is not a choice but YAML's reading of what was meant as text. */
export function isTrap({ keyword, params, node, path }: SchemaIssue): boolean {
  const types = Array.isArray(params['type']) ? params['type'] : [params['type']];
  if (path.at(-1) === 'timeout' && node?.kind === 'scalar' && typeof node.value === 'number') return false;
  return (
    keyword === 'type' &&
    types.includes('string') &&
    node?.kind === 'scalar' &&
    typeof node.value !== 'string' &&
    node.source !== ''
  );
}

function look(entry: Entry): readonly Finding[] {
  return entry.issues.flatMap((issue) =>
    isTrap(issue) && issue.node?.kind === 'scalar' ? [findingOf(issue.node)] : [],
  );
}

function inKeys(entry: Entry): readonly Finding[] {
  return freeKeys(entry).flatMap(({ key }) =>
    typeof key.value !== 'string' && key.source !== '' ? [findingOf(key)] : [],
  );
}

function findingOf(node: ScalarNode): Finding {
  const message = `YAML reads \`${node.source}\` as ${readAs(node)}. Put it in quotes to keep it as text.`;
  const fix = node.alias === true ? undefined : [{ span: node.span, newText: `"${node.source}"` }];
  return { span: node.span, message, fixes: fixIf('Put it in quotes', fix, true) };
}

function readAs({ value }: ScalarNode): string {
  if (value === null) return 'nothing';
  return typeof value === 'boolean' ? `the value ${value}` : `the number ${value}`;
}
