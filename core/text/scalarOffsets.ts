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
  const [start, end] = quotedOffsets(node, from, to);
  return start === undefined || end === undefined
    ? node.span
    : { start: node.span.start + start, end: node.span.start + end };
}

/** Where two UTF-16 units of the value stand in the source; its end counts as one. A text can be long, so no more than these are kept. */
function quotedOffsets({ source, style }: ScalarNode, from: number, to: number): [start?: number, end?: number] {
  const unit = /\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[^]/y;
  const special = style === 'single' ? "'" : '\\';
  const end = source.length - 1;
  const found: [start?: number, end?: number] = [];
  let count = 0;
  const pass = (at: number): void => {
    if (count === from) found[0] = at;
    if (count === to) found[1] = at;
    count++;
  };
  for (let at = 1; at < end; ) {
    pass(at);
    if (source[at] !== special) at++;
    else if (style === 'single') at += 2;
    else {
      unit.lastIndex = at;
      const written = unit.exec(source)?.[0] ?? special;
      if (/^\\U0*(?:10|[1-9a-fA-F])[0-9a-fA-F]{4}$/.test(written)) pass(at);
      at += written.length;
    }
  }
  pass(end);
  return found;
}
