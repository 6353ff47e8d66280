/** A field of a query that stands beside the map it belongs into. */
import { addPair, indentBefore, insert, lineBreakOf, lineStart, shiftLines, type SpanEdit } from '../../text/edit.ts';
import type { MapNode, Pair } from '../../text/tree.ts';
import { keyOf, pairOf } from '../../text/walk.ts';
import type { QueryEntry } from '../entry.ts';
import { isJson } from '../query/queryFilters.ts';
import { removeKeeping } from './rewrites/comments.ts';

/** Under `home` of the same query, which is written where it is not there yet. Undefined where that is no small edit. */
export function moveUnder({ text, map }: QueryEntry, pair: Pair, home: string): readonly SpanEdit[] | undefined {
  if (map === undefined || map.alias === true || pair.value === undefined) return undefined;
  const existing = pairOf(map, home);
  if (existing === undefined) return map.flow ? inBraces(map, pair, home) : withHead(text, pair, home);
  const { value } = existing;
  if (value?.kind === 'map') return joining(text, map, pair, value);
  const isUnwritten = value === undefined || (value.kind === 'scalar' && value.value === null && value.source === '');
  const isNext = map.pairs.indexOf(pair) === map.pairs.indexOf(existing) + 1;
  return isUnwritten && isNext && !map.flow
    ? shiftLines(text, { start: lineStart(text, pair.span.start), end: pair.span.end }, 2)
    : undefined;
}

function inBraces(map: MapNode, { span }: Pair, home: string): readonly SpanEdit[] {
  const key = isJson(map) ? JSON.stringify(home) : home;
  return [insert(span.start, `${key}: { `), insert(span.end, ' }')];
}

/** The new key on a line above, and the field deeper below it. */
function withHead(text: string, { span }: Pair, home: string): readonly SpanEdit[] | undefined {
  const indent = indentBefore(text, span.start);
  if (indent === undefined) return undefined;
  const below = text.indexOf('\n', span.start) + 1;
  const lines = below === 0 || below >= span.end ? [] : shiftLines(text, { start: below, end: span.end }, 2);
  return [insert(span.start, `${home}:${lineBreakOf(text)}${indent}  `), ...lines];
}

/** Behind what is there: only what stands on one line, for anything else would have to be indented anew. */
function joining(text: string, map: MapNode, pair: Pair, home: MapNode): readonly SpanEdit[] | undefined {
  const { value } = pair;
  if (value === undefined || home.pairs.length === 0 || pairOf(home, keyOf(pair)) !== undefined) return undefined;
  const isShort = value.kind === 'scalar' ? value.style !== 'block' : value.flow && (map.flow || !home.flow);
  const written = text.slice(value.span.start, value.span.end);
  if (!isShort || value.alias === true || written.includes('\n')) return undefined;
  const [addition, removal] = [addPair(text, home, keyOf(pair), written), removeKeeping(text, map, pair)];
  return addition === undefined || removal === undefined ? undefined : [...addition, ...removal];
}
