/** Where the characters of a scalar's value stand in the file. */
import type { Span } from './position.ts';
import type { ScalarNode } from './tree.ts';

/**
 * The span of `value[from..to)` in the file. Scalars over several lines fold their line breaks, so there
 * the whole scalar is the answer; the same holds for aliases, whose characters stand elsewhere.
 */
export function spanInScalar(node: ScalarNode, from: number, to: number): Span {
  if (node.alias === true || node.style === 'block' || /[\r\n]/.test(node.source)) return node.span;
  if (node.style === 'plain') return { start: node.span.start + from, end: node.span.start + to };
  const offsets = quotedOffsets(node);
  const start = offsets[from];
  const end = offsets[to];
  return start === undefined || end === undefined
    ? node.span
    : { start: node.span.start + start, end: node.span.start + end };
}

/** For each UTF-16 unit of the value, and for its end, the offset in the source. */
function quotedOffsets({ source, style }: ScalarNode): number[] {
  const offsets: number[] = [];
  const unit = style === 'single' ? /''|[^]/y : /\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[^]|[^]/y;
  unit.lastIndex = 1;
  const end = source.length - 1;
  while (unit.lastIndex < end) {
    const at = unit.lastIndex;
    const match = unit.exec(source);
    if (match === null) break;
    offsets.push(at);
    if (/^\\U0*(?:10|[1-9a-fA-F])[0-9a-fA-F]{4}$/.test(match[0])) offsets.push(at);
  }
  offsets.push(end);
  return offsets;
}
