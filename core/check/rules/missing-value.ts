import { isRequired } from '../../contract/descriptions.ts';
import { insert, removeItem, removePair, type SpanEdit } from '../../text/edit.ts';
import type { Span } from '../../text/position.ts';
import type { Pair } from '../../text/tree.ts';
import { keyOf } from '../../text/walk.ts';
import type { Entry } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import type { SchemaIssue } from '../schemaIssues.ts';
import { fixedValues, schemaPathOf } from '../schemaPlace.ts';

/** A key or a list item without a value: half-typed, or left over. */
export const missingValue: Rule = {
  code: 'missing-value',
  severity: 'error',
  codesWith: 'issues',
  inCode: look,
  inHead: look,
  inProject: look,
  inQuery: look,
  inSurvey: look,
};

/** True where nothing at all is written; `~` and `null` are written. */
export function isUnwritten({ keyword, node }: SchemaIssue): boolean {
  return (
    (keyword === 'type' || keyword === 'enum' || keyword === 'const') &&
    (node === undefined || (node.kind === 'scalar' && node.value === null && node.source === ''))
  );
}

function look(entry: Entry): readonly Finding[] {
  const seen = new Set<string>();
  return entry.issues.flatMap((issue): Finding[] => {
    const { pair, parent, path, node } = issue;
    if (!isUnwritten(issue) || seen.has(path.join('/'))) return [];
    seen.add(path.join('/'));
    if (pair !== undefined) return [ofKey(entry, issue, pair)];
    const remove =
      parent?.kind === 'seq' && node !== undefined
        ? removeItem(entry.text, parent, parent.items.indexOf(node))
        : undefined;
    return [
      {
        span: dashOf(entry.text, node?.span ?? entry.node.span),
        message: 'This list item is empty. Write a value, or remove it.',
        fixes: fixIf('Remove the empty item', remove),
      },
    ];
  });
}

function ofKey(entry: Entry, { parent, path, params }: SchemaIssue, pair: Pair): Finding {
  const key = keyOf(pair);
  const isNeeded = isRequired(entry.file, schemaPathOf(entry, path));
  const remove = parent?.kind === 'map' && !isNeeded ? removePair(entry.text, parent, pair) : undefined;
  const [only, ...others] = fixedValues(entry, path);
  const sure =
    only !== undefined && others.length === 0 ? String(only.value) : params['type'] === 'array' ? '[]' : undefined;
  const write = sure === undefined || (!isNeeded && sure === '[]') ? undefined : valueOf(pair, sure);
  return {
    span: pair.key.span,
    message: `\`${key}\` has no value. ${isNeeded ? 'Write one.' : 'Write one, or remove the line.'}`,
    fixes: [...fixIf(`Change to \`${key}: ${sure}\``, write, sure !== '[]'), ...fixIf(`Remove \`${key}\``, remove)],
  };
}

function valueOf({ key, span }: Pair, value: string): readonly SpanEdit[] {
  return span.end > key.span.end ? [insert(span.end, ` ${value}`)] : [insert(key.span.end, `: ${value}`)];
}

/** Nothing is written, so the dash is what can be marked. */
function dashOf(text: string, span: Span): Span {
  const dash = span.start === span.end ? text.lastIndexOf('-', span.start - 1) : -1;
  return dash !== -1 && text.slice(dash + 1, span.start).trim() === '' ? { start: dash, end: dash + 1 } : span;
}
