import { findWord } from '../../../contract/inventions.ts';
import { metricWords } from '../../../contract/inventions/metricWords.ts';
import { allowedValues } from '../../../contract/descriptions.ts';
import { renameKey } from '../../../text/edit.ts';
import type { Node, ScalarNode } from '../../../text/tree.ts';
import { childOf, isText, pairOf } from '../../../text/walk.ts';
import type { FixPlan } from '../../rule.ts';
import { replacePair } from './comments.ts';
import type { RewriteSite } from './site.ts';
import { writerFor } from './written.ts';

/** A list of words under another key; what the words mean is looked at afterwards. */
export function toList({ entry, parent, pair }: RewriteSite, to: string): FixPlan | undefined {
  const node = pair.value;
  if (node === undefined || pairOf(parent, to) !== undefined || parent.alias === true) return undefined;
  const title = `Change to \`${to}\``;
  if (node.kind === 'seq' && node.items.length > 0 && node.items.every(isText))
    return { title, edits: [renameKey(pair, to)] };
  const items = node.kind === 'seq' ? node.items : [node];
  const words = items.flatMap((item): ScalarNode[] => wordIn(item));
  if (words.length === 0 || words.length < items.length) return undefined;
  const writer = writerFor(parent);
  const list = writer.list(words.map(writer.scalar));
  return { title, edits: replacePair(entry.text, pair, `${writer.text(to)}: ${list}`) };
}

function wordIn(item: Node): ScalarNode[] {
  if (isText(item)) return [item];
  const found = ['metric', 'name', 'field', 'dimension'].map((key) => childOf(item, key)).find(isText);
  return found === undefined ? [] : [found];
}

/** True for a list in which some word is a metric, in any spelling. */
export function listsMetrics(node: Node | undefined): boolean {
  const words = node?.kind === 'seq' ? node.items.flatMap(wordIn) : isText(node) ? [node] : [];
  const real = new Set(allowedValues('ConversationAggregates', ['metrics', '*']).map(({ value }) => value));
  return words.some(({ value }) => {
    const text = String(value);
    return real.has(text) || (text !== 'duration' && findWord(metricWords, text) !== undefined);
  });
}
