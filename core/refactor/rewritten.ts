/** The same list or map in the other form. Undefined where something would be lost: a comment, an anchor, a text over several lines. */
import type { Page } from '../format/page.ts';
import { insert, lineBreakOf, type SpanEdit } from '../text/edit.ts';
import { doubleQuoted } from '../text/quote.ts';
import type { MapNode, Node, Pair, ScalarNode, SeqNode } from '../text/tree.ts';

/** What it is the content of: an item's dash, or a key. `column` is where its lines begin when it has lines. */
export type Holder =
  | { readonly kind: 'dash'; readonly column: number }
  | { readonly kind: 'key'; readonly column: number; readonly pair: Pair };

/** Lines longer than this are harder to read than a list. */
const widest = 120;

export function asBlock(page: Page, node: MapNode | SeqNode, holder: Holder): readonly SpanEdit[] | undefined {
  const { text } = page;
  const parts = partsOf(page, node, /^[\s,]*$/, (scalar) => scalar.source);
  if (parts === undefined || (holder.kind === 'dash' && node.kind === 'seq')) return undefined;
  const lines = parts.map((part) => (node.kind === 'seq' ? `- ${part}` : part));
  const room = `${lineBreakOf(text)}${' '.repeat(holder.column)}`;
  const below = page.spanOf(page.lineOf(node.span.end)).end;
  if (holder.kind === 'dash') {
    const [first = '', ...others] = lines;
    const rest = others.map((line) => room + line).join('');
    return [{ span: node.span, newText: first }, ...(rest === '' ? [] : [insert(below, rest)])];
  }
  const colon = colonOf(text, holder.pair, node);
  if (colon === undefined) return undefined;
  return [
    { span: { start: colon, end: node.span.end }, newText: '' },
    insert(below, lines.map((line) => room + line).join('')),
  ];
}

export function asFlow(page: Page, node: MapNode | SeqNode, holder: Holder): readonly SpanEdit[] | undefined {
  const { text } = page;
  const gap = node.kind === 'seq' ? /^\s*-[ \t]+$/ : /^\s*$/;
  const parts = partsOf(page, node, gap, inBrackets);
  if (parts === undefined) return undefined;
  const list = parts.join(', ');
  const newText = node.kind === 'seq' ? `[${list}]` : `{ ${list} }`;
  const start = holder.kind === 'dash' ? node.span.start : colonOf(text, holder.pair, node);
  if (start === undefined || page.columnOf(start) + newText.length > widest) return undefined;
  return [{ span: { start, end: node.span.end }, newText: holder.kind === 'dash' ? newText : ` ${newText}` }];
}

/** The offset behind the colon, where nothing but white space follows before the value. */
function colonOf(text: string, { key }: Pair, value: Node): number | undefined {
  return /^[ \t]*:\s*$/.test(text.slice(key.span.end, value.span.start))
    ? text.indexOf(':', key.span.end) + 1
    : undefined;
}

/** The items or pairs as texts of one line, where nothing but `gap` stands between them. */
function partsOf(
  { text }: Page,
  node: MapNode | SeqNode,
  gap: RegExp,
  scalar: (node: ScalarNode) => string,
): readonly string[] | undefined {
  const children = node.kind === 'map' ? node.pairs : node.items;
  const [first] = children;
  const last = children.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const inner = node.flow ? { start: node.span.start + 1, end: node.span.end - 1 } : node.span;
  let at = inner.start;
  const parts: string[] = [];
  for (const child of children) {
    const part = 'key' in child ? pairText(text, child, scalar) : nodeText(text, child, scalar);
    if (part === undefined || !gap.test(text.slice(at, child.span.start))) return undefined;
    parts.push(part);
    at = child.span.end;
  }
  return /^[\s,]*$/.test(text.slice(at, inner.end)) ? parts : undefined;
}

function pairText(text: string, { key, value }: Pair, scalar: (node: ScalarNode) => string): string | undefined {
  if (value === undefined || key.alias === true) return undefined;
  if (!/^\s*:\s*$/.test(text.slice(key.span.end, value.span.start))) return undefined;
  const written = [nodeText(text, key, scalar), nodeText(text, value, scalar)];
  return written.includes(undefined) ? undefined : written.join(': ');
}

function nodeText(text: string, node: Node, scalar: (node: ScalarNode) => string): string | undefined {
  const written = text.slice(node.span.start, node.span.end);
  if (written === '' || /[\r\n]/.test(written)) return undefined;
  if (node.alias === true) return written;
  if (node.kind !== 'scalar') return node.flow ? written : undefined;
  return node.style === 'block' ? undefined : scalar(node);
}

/** Within brackets some texts need quotes that need none outside. */
function inBrackets({ source, style, value }: ScalarNode): string {
  const isUnsafe = style === 'plain' && typeof value === 'string' && /[,[\]{}]|^[-?:]/.test(source);
  return isUnsafe && typeof value === 'string' ? doubleQuoted(value) : source;
}
