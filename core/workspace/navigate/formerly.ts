/** Keeping the earlier names of a code while its name changes. */
import { addItem, addPair, insert, lineStart, removeItem, removePair, type SpanEdit } from '../../text/edit.ts';
import { writeBeside } from '../../text/quote.ts';
import type { MapNode, Pair, ScalarNode, SeqNode } from '../../text/tree.ts';
import { childOf, isText, pairOf } from '../../text/walk.ts';

/**
 * The edits of `formerly` when a code changes from one name to another: the old one goes to the end. Going back to the
 * last earlier name takes it off instead. Undefined where what is written under `formerly` is no list.
 */
export function formerlyEdits(
  text: string,
  entry: MapNode,
  from: ScalarNode,
  to: string,
): readonly SpanEdit[] | undefined {
  const old = String(from.value).trim();
  const pair = pairOf(entry, 'formerly');
  if (pair === undefined) return newList(text, entry, from, old);
  const list = pair.value;
  if (list === undefined) return [insert(pair.span.end, ` [${writeBeside(from, old, true)}]`)];
  if (list.kind !== 'seq' || list.alias === true) return undefined;
  const texts = list.items.map((item) => (isText(item) ? item.value : undefined));
  const back = texts.lastIndexOf(to);
  if (back >= 0 && back === texts.length - 1)
    return (texts.length === 1 ? withoutPair(text, entry, pair) : undefined) ?? removedItem(text, list, back);
  const removed = back < 0 ? [] : removeItem(text, list, back);
  if (removed === undefined) return undefined;
  return texts.includes(old) ? removed : [...removed, ...(addItem(text, list, old, from) ?? [])];
}

function newList(text: string, entry: MapNode, from: ScalarNode, old: string): readonly SpanEdit[] | undefined {
  // A line behind a block scalar that keeps its empty lines would cut them off.
  const after = entry.pairs.findLast(({ value }) => value?.kind !== 'scalar' || !/^[|>]\d?\+/.test(value.source));
  const dash = entry.flow ? undefined : dashOf(text, entry);
  const value =
    dash === undefined ? `[${writeBeside(from, old, true)}]` : `\n${dash}- ${writeBeside(from, old, false)}`;
  const added = addPair(text, entry, 'formerly', value, after ?? entry.pairs[0]);
  return added?.map(({ span, newText }) => ({ span, newText: newText.replace(': \n', ':\n') }));
}

/** What stands before the dashes of the entry's other lists; undefined where none is written with dashes. */
function dashOf(text: string, entry: MapNode): string | undefined {
  const other = ['environments', 'reportingTags', 'queues']
    .map((key) => childOf(entry, key))
    .find((node) => node?.kind === 'seq' && !node.flow && node.alias !== true && node.items.length > 0);
  if (other === undefined) return undefined;
  const before = text.slice(lineStart(text, other.span.start), other.span.start);
  return before.trim() === '' ? before : undefined;
}

function removedItem(text: string, list: SeqNode, index: number): readonly SpanEdit[] | undefined {
  return removeItem(text, list, index)?.map((edit) => withLineBreak(text, edit));
}

function withoutPair(text: string, entry: MapNode, pair: Pair): readonly SpanEdit[] | undefined {
  return removePair(text, entry, pair)?.map((edit) => withLineBreak(text, edit));
}

/** A last line without a line break takes the one before it along, for it came with the line. */
function withLineBreak(text: string, { span, newText }: SpanEdit): SpanEdit {
  const isLast = span.end === text.length && !text.endsWith('\n') && text[span.start - 1] === '\n';
  if (!isLast || newText !== '') return { span, newText };
  const start = span.start - (text[span.start - 2] === '\r' ? 2 : 1);
  return { span: { start, end: span.end }, newText };
}
