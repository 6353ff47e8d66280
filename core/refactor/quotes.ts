/** Quotes around the text at the cursor. */
import { doubleQuoted, isPlainSafe } from '../text/quote.ts';
import { isText, placeAt } from '../text/walk.ts';
import type { Draft } from './draft.ts';
import { hasPlainSpace, type Selection } from './selection.ts';

/** On and off; off only where every YAML reader still takes it for this text. */
export function quoteChanges({ source, root, span }: Selection): readonly Draft[] {
  const { node, steps } = placeAt(root, span.start);
  if (!isText(node) || node.alias === true || span.end > node.span.end) return [];
  if (node.style === 'block' || !hasPlainSpace(source.text, node) || /[\r\n]/.test(node.source)) return [];
  const kind = 'refactor.rewrite';
  if (node.style === 'plain')
    return [
      { title: 'Put quotes around the text', kind, edits: [{ span: node.span, newText: doubleQuoted(node.value) }] },
    ];
  const inFlow = steps.some((step) => step.in.flow);
  if (!isPlainSafe(node.value, inFlow)) return [];
  return [{ title: 'Remove the quotes', kind, edits: [{ span: node.span, newText: node.value }] }];
}
