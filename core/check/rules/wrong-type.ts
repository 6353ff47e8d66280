import { replaceText } from '../../text/edit.ts';
import type { Node } from '../../text/tree.ts';
import type { Entry } from '../entry.ts';
import { fixIf, type Finding, type FixPlan, type Rule } from '../rule.ts';
import type { SchemaIssue } from '../schemaIssues.ts';
import { isUnwritten } from './missing-value.ts';
import { isTrap } from './yaml-trap.ts';

/** A list where text is meant, text where a list is meant, and so on. */
export const wrongType: Rule = { code: 'wrong-type', severity: 'error', inCode: look, inHead: look, inProject: look };

function look(entry: Entry): readonly Finding[] {
  return entry.issues.flatMap((issue): Finding[] => {
    const { keyword, node, path, params } = issue;
    if (keyword !== 'type' || node === undefined || isUnwritten(issue) || isTrap(issue) || path.at(-1) === 'timeout')
      return [];
    const types = typesOf(params['type']);
    const subject = typeof path.at(-1) !== 'string' ? 'This' : `\`${path.at(-1)}\``;
    const message =
      path.length === 0 && entry.kind === 'code'
        ? 'A code is a map of fields, with at least a `name`.'
        : `${subject} must be ${types.map(inWords).join(' or ')}, not ${written(node)}.`;
    return [{ span: node.span, message, fixes: fixesOf(entry, issue, node, types) }];
  });
}

/** The entry itself as text, a single value where a list is meant, a list of one where text is meant, `yes` for `true`. */
function fixesOf(
  entry: Entry,
  { path, parent }: SchemaIssue,
  node: Node,
  types: readonly string[],
): readonly FixPlan[] {
  const source = entry.text.slice(node.span.start, node.span.end);
  if (node.kind === 'scalar' && node.style !== 'block' && node.alias !== true) {
    if (path.length === 0 && entry.kind === 'code' && typeof node.value === 'string') {
      return fixIf('Make it the name of a code', [{ span: node.span, newText: `name: ${source}` }], true);
    }
    if (types.includes('array') && typeof node.value === 'string' && parent !== undefined) {
      const item = /[,[\]{}]/.test(source) && node.style === 'plain' ? JSON.stringify(source) : source;
      return fixIf('Make it a list', [{ span: node.span, newText: `[${item}]` }], true);
    }
    if (types.includes('boolean') && typeof node.value === 'string') {
      const meant = /^(?:true|yes|on|y)$/i.test(node.value)
        ? 'true'
        : /^(?:false|no|off|n)$/i.test(node.value)
          ? 'false'
          : undefined;
      return fixIf(
        `Change to \`${meant}\``,
        meant === undefined ? undefined : [{ span: node.span, newText: meant }],
        true,
      );
    }
  }
  const only = node.kind === 'seq' && node.items.length === 1 ? node.items[0] : undefined;
  if (types.includes('string') && only?.kind === 'scalar' && typeof only.value === 'string' && only.style !== 'block') {
    return fixIf('Make it a single value', [{ ...replaceText(only, only.value), span: node.span }], true);
  }
  return [];
}

function typesOf(type: unknown): readonly string[] {
  return (Array.isArray(type) ? type : [type]).map(String).filter((name) => name !== 'null');
}

function inWords(type: string): string {
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    array: 'a list',
    object: 'a map of fields',
    boolean: '`true` or `false`',
    integer: 'a whole number',
    number: 'a number',
  };
  return words[type] ?? type;
}

function written(node: Node): string {
  if (node.kind === 'map') return 'a map of fields';
  if (node.kind === 'seq') return 'a list';
  if (node.value === null) return 'nothing';
  return typeof node.value === 'string' ? 'text' : typeof node.value === 'boolean' ? '`true` or `false`' : 'a number';
}
