/** A query as YAML that people like to read, and that reads back to the same value. */
import { doubleQuoted, writeText } from '../../text/quote.ts';
import type { Json, JsonObject } from '../model.ts';

/** What it is, when, what it asks, of which conversations, and how it looks. */
const order: readonly string[] = [
  'kind',
  'interval',
  'timeZone',
  'granularity',
  'alternateTimeDimension',
  'queryType',
  'groupBy',
  'metrics',
  'views',
  'flattenMultivaluedDimensions',
  'sortMetric',
  'limit',
  'where',
  'filter',
  'conversationFilters',
  'segmentFilters',
  'evaluationFilters',
  'surveyFilters',
  'resolutionFilters',
  'aggregations',
  'order',
  'orderBy',
  'paging',
  'output',
];

/** Maps to which people add lines. */
const inLines = new Set(['where', 'filter', 'output']);

/** Longer lists and maps go over several lines. */
const maxWidth = 110;

export function writeQuery(query: JsonObject): string {
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  const keys = Object.keys(query).toSorted((a, b) => rank(a) - rank(b));
  return `${keys.map((key) => entry(key, query[key] ?? null, '')).join('\n')}\n`;
}

function entry(key: string, value: Json, indent: string): string {
  const head = `${indent}${writeText(key)}:`;
  const line = `${head} ${inLine(value)}`;
  const isOpen = indent === '' && inLines.has(key) && !isEmpty(value);
  if (isScalar(value) || (!isOpen && line.length <= maxWidth && isShort(value))) return line;
  return `${head}\n${block(value, `${indent}  `)}`;
}

function block(value: Json, indent: string): string {
  if (isList(value)) return value.map((item) => listItem(item, indent)).join('\n');
  return Object.entries(objectOf(value))
    .map(([key, child]) => entry(key, child, indent))
    .join('\n');
}

function listItem(item: Json, indent: string): string {
  const line = `${indent}- ${inLine(item)}`;
  if (isScalar(item) || (line.length <= maxWidth && isShort(item))) return line;
  // The first line of what is below the dash moves up beside it.
  return `${indent}- ${block(item, `${indent}  `).trimStart()}`;
}

/** Lists of words, and maps that hold no other lists or maps but short ones: a predicate with its range. */
function isShort(value: Json, depth = 0): boolean {
  if (isScalar(value)) return true;
  const children = isList(value) ? value : Object.values(objectOf(value));
  if (children.length === 0) return true;
  if (isList(value)) return depth === 0 && children.every(isScalar);
  return depth < 2 && children.every((child) => isShort(child, depth + 1));
}

function isEmpty(value: Json): boolean {
  return !isScalar(value) && Object.keys(value).length === 0;
}

function inLine(value: Json): string {
  if (isList(value)) return `[${value.map(inLine).join(', ')}]`;
  if (!isScalar(value)) {
    const entries = Object.entries(objectOf(value)).map(([key, child]) => `${writeText(key)}: ${inLine(child)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  if (typeof value === 'string') return /^[\d.+-]/.test(value) && !isDateLike(value) ? quoted(value) : writeText(value);
  return String(value);
}

function quoted(value: string): string {
  return /^[0-9a-f]{8}-/i.test(value) ? writeText(value) : doubleQuoted(value);
}

/** `2026-11-01/2026-11-08` stands without quotes, as people write it. */
function isDateLike(value: string): boolean {
  return /^\d{4}-.*\//.test(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isScalar(value: Json): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null;
}

function objectOf(value: Json): JsonObject {
  return isScalar(value) || isList(value) ? {} : value;
}
