/** Codes in another order: a permutation of what is written, and nothing else. */
import type { SpanEdit } from '../text/edit.ts';
import type { Node } from '../text/tree.ts';
import { childOf, isText } from '../text/walk.ts';
import { bodiesOf } from './bodies.ts';
import type { Catalog, Selection } from './selection.ts';

export type SortKey = 'name' | 'code' | 'category';

/** Made when it is needed: it takes longer to make than all other tables together. */
let collator: Intl.Collator | undefined;

/** As a reader expects: without case and accents, and `Code 2` before `Code 10`. */
const compareTexts = (a: string, b: string): number =>
  (collator ??= new Intl.Collator('en', { sensitivity: 'base', numeric: true })).compare(a, b);

const fields: Readonly<Record<SortKey, readonly string[]>> = {
  name: ['name'],
  code: ['code', 'name'],
  category: ['category', 'name'],
};

/** Edits that put each body where it belongs, or why that is not possible. */
export function sorted({ page }: Selection, { codes }: Catalog, by: SortKey): readonly SpanEdit[] | string {
  const bodies = codes.flow ? undefined : bodiesOf(page, codes);
  if (bodies === undefined) return 'The codes do not have lines of their own. Write each one below its own dash first.';
  const order = bodies.toSorted((a, b) => compare(a.node, b.node, fields[by]));
  const edits = bodies.flatMap(({ span }, index): readonly SpanEdit[] => {
    const body = order[index];
    const newText = body === undefined ? '' : page.text.slice(body.span.start, body.span.end);
    return body === undefined || page.text.slice(span.start, span.end) === newText ? [] : [{ span, newText }];
  });
  return edits.length === 0 ? 'The codes are in this order already.' : edits;
}

/** Those that lack the field come last; equal ones stay in their order. */
function compare(a: Node, b: Node, keys: readonly string[]): number {
  for (const key of keys) {
    const [first, second] = [textOf(a, key), textOf(b, key)];
    if (first === undefined && second === undefined) continue;
    if (first === undefined || second === undefined) return first === undefined ? 1 : -1;
    const order = compareTexts(first, second);
    if (order !== 0) return order;
  }
  return 0;
}

function textOf(node: Node, key: string): string | undefined {
  const value = childOf(node, key);
  return isText(value) ? value.value : undefined;
}
