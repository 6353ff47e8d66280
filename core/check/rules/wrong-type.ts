import { replaceText } from '../../text/edit.ts';
import { writeLike, writeText } from '../../text/quote.ts';
import { childOf, isText } from '../../text/walk.ts';
import type { Span } from '../../text/position.ts';
import type { Node } from '../../text/tree.ts';
import { asListOfOne, asMap } from '../fixes/asMap.ts';
import type { Entry } from '../entry.ts';
import { isInForeignFilter } from '../query/foreignFilters.ts';
import { isNull, nullFix } from '../fixes/nullFix.ts';
import { isJson } from '../query/queryFilters.ts';
import { commentsIn, withComments } from '../fixes/rewrites/comments.ts';
import { toInterval } from '../fixes/rewrites/interval.ts';
import { fixIf, type Finding, type FixPlan, type Rule } from '../rule.ts';
import type { SchemaIssue } from '../schemaIssues.ts';
import { fixedValues } from '../schemaPlace.ts';
import { typeInWords } from '../typeWords.ts';
import { isUnwritten } from './missing-value.ts';
import { isTrap } from './yaml-trap.ts';

/** A list where text is meant, text where a list is meant, and so on. */
export const wrongType: Rule = {
  code: 'wrong-type',
  severity: 'error',
  codesWith: 'issues',
  inCode: look,
  inHead: look,
  inProject: look,
  inQuery: look,
  inSurvey: look,
};

function look(entry: Entry): readonly Finding[] {
  return entry.issues.flatMap((issue): Finding[] => {
    const { keyword, node, params } = issue;
    if (keyword !== 'type' || node === undefined || isUnwritten(issue) || isTrap(entry, issue)) return [];
    if (isElsewhere(entry, issue)) return [];
    const types = typesOf(params['type']);
    return [
      {
        span: placeToMark(issue, node),
        message: messageOf(entry, issue, types),
        fixes: fixesOf(entry, issue, node, types),
      },
    ];
  });
}

/** Values with rules of their own: timeouts, dates, and words out of a few. */
function isElsewhere(entry: Entry, issue: SchemaIssue): boolean {
  const { node, path } = issue;
  if (isInForeignFilter(entry, issue)) return true;
  const key = path.at(-1);
  if (node?.kind !== 'scalar' || isNull(issue)) return false;
  if (key === 'timeout' || key === 'validFrom' || key === 'validThrough') return true;
  return typesOf(issue.params['type']).join() === 'string' && key !== 'kind' && fixedValues(entry, path).length > 0;
}

/** What goes over many lines is marked by its key. */
function placeToMark({ pair }: SchemaIssue, node: Node): Span {
  return pair !== undefined && node.kind !== 'scalar' && !node.flow ? pair.key.span : node.span;
}

function messageOf(entry: Entry, issue: SchemaIssue, types: readonly string[]): string {
  const { path } = issue;
  if (path.length === 0 && entry.kind === 'code') return 'A code is a map of fields, with at least a `name`.';
  if (path.length === 0) return `This file is a map of fields, and begins with \`kind: ${entry.file}\`.`;
  const subject = typeof path.at(-1) !== 'string' ? 'This' : `\`${path.at(-1)}\``;
  const advice = isNull(issue) ? ' Leave it out instead.' : '';
  return `${subject} must be ${types.map(typeInWords).join(' or ')}, not ${written(issue.node)}.${advice}`;
}

/** What was probably meant: nothing, a list, a map, a single value, `true`. */
function fixesOf(entry: Entry, issue: SchemaIssue, node: Node, types: readonly string[]): readonly FixPlan[] {
  if (isNull(issue)) return nullFix(entry, issue);
  if (node.alias === true) return [];
  const interval = entry.kind === 'query' && issue.path.join() === 'interval' ? asInterval(entry, issue) : undefined;
  if (interval !== undefined) return [interval];
  if (types.includes('object')) return asMap(entry, issue);
  if (types.includes('string') && node.kind === 'map') return nameAlone(entry, issue, node);
  if (types.includes('array') && node.kind === 'map') return asListOfOne(entry, issue, node);
  if (node.kind === 'scalar' && node.style !== 'block' && typeof node.value === 'string') {
    const source = node.source;
    if (types.includes('array') && issue.parent !== undefined) {
      const words = wordsIn(entry, issue, node.value);
      const item = /[,[\]{}]/.test(source) && node.style === 'plain' ? JSON.stringify(source) : source;
      const items = words.length > 1 ? words.map((word) => writeLike(node, word)).join(', ') : item;
      return fixIf('Make it a list', [{ span: node.span, newText: `[${items}]` }], true);
    }
    const isNumber = types.includes('integer') || types.includes('number');
    const number = isNumber && /^\s*\d{1,15}\s*$/.test(node.value) ? node.value.trim() : undefined;
    const meant = number ?? (types.includes('boolean') ? booleanIn(node.value) : undefined);
    return fixIf(
      `Change to \`${meant}\``,
      meant === undefined ? undefined : [{ span: node.span, newText: meant }],
      true,
    );
  }
  const only = node.kind === 'seq' && node.items.length === 1 ? node.items[0] : undefined;
  if (types.includes('string') && only?.kind === 'scalar' && typeof only.value === 'string' && only.style !== 'block') {
    return fixIf('Make it a single value', [{ ...replaceText(only, only.value), span: node.span }], true);
  }
  return [];
}

/** `nOffered, nConnected` without brackets: a comma is in no metric and no dimension. */
function wordsIn(entry: Entry, { path }: SchemaIssue, text: string): readonly string[] {
  if (entry.kind !== 'query' || fixedValues(entry, [...path, '*']).length === 0) return [];
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** `interval: { from: …, to: … }`, or a list of both. */
function asInterval(entry: Entry, { pair, parent }: SchemaIssue): FixPlan | undefined {
  if (pair === undefined || parent?.kind !== 'map') return undefined;
  const plan = toInterval({ entry, parent, pair }, 'whole');
  return plan && { preferred: true, ...plan };
}

/** What the API holds as `{ id, name }` is a name here; the id `*` stands for all divisions in both. */
function nameAlone(entry: Entry, { pair }: SchemaIssue, node: Node): readonly FixPlan[] {
  const [name, id] = [childOf(node, 'name'), childOf(node, 'id')];
  const meant = isText(name) ? name.value : isText(id) && id.value === '*' ? id.value : undefined;
  if (meant === undefined || meant === '' || node.kind !== 'map') return [];
  const text = isJson(node) ? JSON.stringify(meant) : writeText(meant);
  const edit =
    node.flow || pair === undefined
      ? { span: node.span, newText: text }
      : { span: { start: pair.key.span.end, end: pair.span.end }, newText: `: ${text}` };
  const edits = withComments(entry.text, edit, commentsIn(entry.text, edit.span, pair?.key, node));
  return fixIf(`Change to \`${text}\``, edits, true);
}

function booleanIn(text: string): string | undefined {
  if (/^(?:true|yes|on|y)$/i.test(text)) return 'true';
  return /^(?:false|no|off|n)$/i.test(text) ? 'false' : undefined;
}

function typesOf(type: unknown): readonly string[] {
  return (Array.isArray(type) ? type : [type]).map(String).filter((name) => name !== 'null');
}

function written(node: Node | undefined): string {
  if (node === undefined) return 'nothing';
  if (node.kind === 'map') return 'a map of fields';
  if (node.kind === 'seq') return 'a list';
  if (node.value === null) return 'nothing';
  return typeof node.value === 'string' ? 'text' : typeof node.value === 'boolean' ? '`true` or `false`' : 'a number';
}
