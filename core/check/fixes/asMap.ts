/** Repairs of a text or a list that stands where a map of fields belongs. */
import { allowedKeys, allowedTypes, hasFreeKeys, requiredKeys } from '../../contract/descriptions.ts';
import type { SchemaPath } from '../../contract/schema.ts';
import { indentBefore, insert, lineBreakOf, shiftLines, type SpanEdit } from '../../text/edit.ts';
import type { Span } from '../../text/position.ts';
import { doubleQuoted, writeText } from '../../text/quote.ts';
import type { MapNode, Node, ScalarNode, SeqNode } from '../../text/tree.ts';
import { isText, keyOf } from '../../text/walk.ts';
import type { Entry } from '../entry.ts';
import { gluedKey } from '../meant.ts';
import { isJson } from '../query/queryFilters.ts';
import { fixIf, type FixPlan } from '../rule.ts';
import type { SchemaIssue } from '../schemaIssues.ts';
import { fixedValues, schemaPathOf } from '../schemaPlace.ts';

export function asMap(entry: Entry, issue: SchemaIssue): readonly FixPlan[] {
  const { node, path } = issue;
  if (node?.kind === 'seq' && path.length === 0 && entry.kind === 'head') return underCodes(entry, node);
  if (node?.kind === 'seq') return [...namesAsKeys(entry, path, node), ...onlyItem(entry, node)];
  if (node?.kind === 'scalar' && typeof node.value === 'number') return asRange(entry, issue, node);
  if (!isText(node) || node.style === 'block' || node.source.includes('\n')) return [];
  return textAsField(entry, issue, node);
}

/** A text under the one key that it can only be meant for: a name of a code, a region of an environment. */
function textAsField(entry: Entry, { pair, path }: SchemaIssue, node: ScalarNode): readonly FixPlan[] {
  if (path.length === 0 && entry.kind !== 'code') return [];
  if (indentBefore(entry.text, node.span.start) !== undefined && takesEmptyMaps(entry, path))
    return fixIf(`Change to \`${node.source}: {}\``, [insert(node.span.end, ': {}')], true);
  const keys = allowedKeys(entry.file, schemaPathOf(entry, path)).map(({ key }) => key);
  const glued = pair === undefined && node.style === 'plain' ? gluedKey(node.source, keys) : undefined;
  if (glued !== undefined)
    return fixIf('Add the space after the colon', [insert(node.span.start + glued.at, ' ')], true);
  const key = onlyKey(entry, path, node, keys);
  if (key === undefined) return [];
  const unsafe = node.style === 'plain' && /[,[\]{}]/.test(node.source);
  const json = entry.map !== undefined && isJson(entry.map);
  const field = `${json ? doubleQuoted(key) : key}: ${unsafe ? writeText(node.source) : node.source}`;
  const newText = pair === undefined && !json ? field : `{ ${field} }`;
  const title = path.length === 0 ? 'Make it the name of a code' : `Change to \`${newText}\``;
  return fixIf(title, [{ span: node.span, newText }], true);
}

function onlyKey(entry: Entry, path: SchemaPath, { value }: ScalarNode, keys: readonly string[]): string | undefined {
  const required = requiredKeys(entry.file, schemaPathOf(entry, path));
  const knowing = keys.filter((key) => fixedValues(entry, [...path, key]).some((fixed) => fixed.value === value));
  const [only, ...others] = required.length > 0 ? required : knowing;
  if (only === undefined || others.length > 0) return undefined;
  const takesAny = fixedValues(entry, [...path, only]).length === 0;
  return takesAny || knowing.includes(only) ? only : undefined;
}

/** `queues: [Billing]` as `queues: { Billing: {} }`, comments kept. */
function namesAsKeys(entry: Entry, path: SchemaPath, list: SeqNode): readonly FixPlan[] {
  if (!takesEmptyMaps(entry, path) || list.items.length === 0) return [];
  if (!list.items.every((item) => isText(item) && item.alias !== true && item.style !== 'block')) return [];
  const edits = list.items.flatMap((item): SpanEdit[] => {
    const dash = list.flow ? item.span.start : entry.text.lastIndexOf('-', item.span.start - 1);
    const colon = insert(item.span.end, ': {}');
    return dash === item.span.start ? [colon] : [{ span: { start: dash, end: item.span.start }, newText: '' }, colon];
  });
  const bracket = (at: number, newText: string): SpanEdit => ({ span: { start: at, end: at + 1 }, newText });
  const brackets = list.flow ? [bracket(list.span.start, '{'), bracket(list.span.end - 1, '}')] : [];
  return fixIf('Make it a map with these keys', [...edits, ...brackets], true);
}

/** A list of one map where the map alone belongs: the dash, or the brackets, are too much. */
function onlyItem({ text }: Entry, list: SeqNode): readonly FixPlan[] {
  const [item, second] = list.items;
  if (item?.kind !== 'map' || second !== undefined || item.alias === true || list.alias === true) return [];
  const lead = { span: { start: list.span.start, end: item.span.start }, newText: '' };
  const tail = list.flow
    ? [{ span: { start: item.span.end, end: list.span.end }, newText: '' }]
    : item.flow
      ? []
      : linesBelow(text, item.span, -2);
  return fixIf('Take it out of the list', [lead, ...tail], true);
}

/** A number for a metric: at least so much is what is mostly meant, and not surely. */
function asRange(entry: Entry, { path, parent }: SchemaIssue, node: ScalarNode): readonly FixPlan[] {
  const isRange = allowedKeys(entry.file, schemaPathOf(entry, path)).some(({ key }) => key === 'gte');
  if (!isRange) return [];
  const range = parent?.kind === 'map' && isJson(parent) ? `{ "gte": ${node.source} }` : `{ gte: ${node.source} }`;
  return fixIf(`Change to \`${range}\``, [{ span: node.span, newText: range }]);
}

/** True where people choose the keys, and nothing has to stand under them. */
function takesEmptyMaps(entry: Entry, path: SchemaPath): boolean {
  const place = schemaPathOf(entry, path);
  const isMap = allowedTypes(entry.file, [...place, '*']).includes('object');
  return hasFreeKeys(entry.file, place) && isMap && requiredKeys(entry.file, [...place, '*']).length === 0;
}

/** One map of fields where a list of such maps belongs: the dash was forgotten. */
export function asListOfOne(entry: Entry, { path }: SchemaIssue, map: MapNode): readonly FixPlan[] {
  const keys = new Set(allowedKeys(entry.file, [...schemaPathOf(entry, path), '*']).map(({ key }) => key));
  const [first] = map.pairs;
  if (first === undefined || !map.pairs.some((pair) => keys.has(keyOf(pair)))) return [];
  const title = 'Make it a list of one';
  if (map.flow) return fixIf(title, [insert(map.span.start, '['), insert(map.span.end, ']')], true);
  return fixIf(title, [insert(first.span.start, '- '), ...linesBelow(entry.text, map.span, 2)], true);
}

/** Moves all lines of a node but its first one. */
function linesBelow(text: string, { start, end }: Span, by: number): readonly SpanEdit[] {
  const below = text.indexOf('\n', start) + 1;
  return below === 0 || below > end ? [] : shiftLines(text, { start: below, end }, by);
}

/**
 * A whole file that is a list, or the fields of one code: put where codes belong in a catalog. `part` is what
 * moves; what stands before it, a `kind` of its own, stays.
 */
export function underCodes({ text }: Entry, root: Node, part: Span = root.span): readonly FixPlan[] {
  const isMap = root.kind === 'map';
  const { start, end } = isMap && !root.flow ? part : root.span;
  if (indentBefore(text, start) === undefined) return [];
  const eol = lineBreakOf(text);
  const lead = `${start === root.span.start ? `kind: WrapUpCatalog${eol}` : ''}codes:${eol}${isMap ? '  - ' : '  '}`;
  const lines = linesBelow(text, { start, end }, isMap ? 4 : 2);
  return fixIf('Put it under `codes` of a catalog', [insert(start, lead), ...lines], true);
}
