/** The texts of an entry that name something: codes, queues, categories, divisions, tags. */
import type { TextNode } from '../text/walk.ts';
import { isText, keyOf, textsOf } from '../text/walk.ts';
import type { Node, Pair } from '../text/tree.ts';
import { childOf } from '../text/walk.ts';
import { field, type CodeEntry, type Entry } from './entry.ts';
import { freeKeys } from './freeKeys.ts';
import { conditionsOf, wantedCodes, wantedTexts } from './query/queryWhere.ts';
import { codeTexts } from './survey/surveyParts.ts';

export interface NameText {
  readonly field: string;
  readonly node: TextNode;
}

const single = ['name', 'code', 'category', 'subcategory', 'division'];
/** Keys of `where` that take names. */
const nameKeys = new Set(['queue', 'agent', 'division']);
const lists = ['queues', 'reportingTags', 'environments', 'formerly'];

let last: { readonly entry: Entry; readonly texts: readonly NameText[] } | undefined;

/** Several rules ask for them, one after the other. */
export function nameTexts(entry: Entry): readonly NameText[] {
  if (last?.entry !== entry) last = { entry, texts: textsIn(entry) };
  return last.texts;
}

function textsIn(entry: Entry): readonly NameText[] {
  if (entry.kind === 'code') return textsOfCode(entry);
  const found: NameText[] = [];
  const add = (name: string, node: Node | undefined): void => {
    if (isText(node)) found.push({ field: name, node });
  };
  for (const name of single) add(name, field(entry, name));
  if (entry.kind === 'head') {
    for (const node of textsOf(childOf(field(entry, 'defaults'), 'queues'))) add('queues', node);
    for (const pair of pairsOf(field(entry, 'categories')))
      for (const node of textsOf(pair.value)) add('subcategory', node);
    for (const pair of pairsOf(field(entry, 'queues'))) add('queues', pair.key);
    for (const pair of pairsOf(field(entry, 'categories'))) add('category', pair.key);
  }
  if (entry.kind === 'query') {
    for (const { key, value } of conditionsOf(entry)) {
      if (key === 'wrapUpCode') for (const { by, node } of wantedCodes(value)) add(by, node);
      else if (nameKeys.has(key)) for (const node of wantedTexts(value)) add(key, node);
    }
  }
  if (entry.kind === 'survey') {
    for (const node of codeTexts(entry)) add('surveyCode', node);
    add('form', childOf(childOf(field(entry, 'responses'), 'org'), 'form'));
    for (const pair of freeKeys(entry)) add('field', pair.key);
  }
  if (entry.kind === 'project') for (const pair of freeKeys(entry)) add(keyOf(pair), pair.key);
  return found;
}

/** There are thousands of codes. */
function textsOfCode(entry: CodeEntry): readonly NameText[] {
  const found: NameText[] = [];
  for (const name of single) {
    const node = field(entry, name);
    if (isText(node)) found.push({ field: name, node });
  }
  for (const name of lists) {
    const list = field(entry, name);
    if (list?.kind === 'seq') for (const node of list.items) if (isText(node)) found.push({ field: name, node });
  }
  return found;
}

function pairsOf(node: Node | undefined): readonly Pair[] {
  return node?.kind === 'map' ? node.pairs : [];
}
