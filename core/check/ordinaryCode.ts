/**
 * Says of nearly all codes that there is nothing odd in them: the fields that most codes have, each with plain words. It
 * says so only where it is sure, so that thousands of codes need neither the validator nor the rules that look for odd
 * texts. What is rare is left to them.
 */
import { isDefaultCode, isReservedName } from '../contract/systemCodes.ts';
import type { Node } from '../text/tree.ts';
import { isText } from '../text/walk.ts';

/** True where neither the schema nor a rule finds anything in what a code says by itself; what others say is not looked at. */
export function isOrdinary(code: Node): boolean {
  if (code.kind !== 'map') return false;
  let seen = 0;
  for (const { key, value } of code.pairs) {
    const field = typeof key.value === 'string' ? fields.get(key.value) : undefined;
    if (field === undefined || value === undefined || (seen & field.bit) !== 0 || !field.test(value)) return false;
    seen |= field.bit;
  }
  return (seen & bit.name) !== 0 && ((seen & bit.category) !== 0 || (seen & bit.subcategory) === 0);
}

interface Field {
  readonly bit: number;
  readonly test: (value: Node) => boolean;
}

/** One for each field, to see whether it is there. */
const bit = {
  name: 1,
  code: 2,
  category: 4,
  subcategory: 8,
  description: 16,
  queues: 32,
  reportingTags: 64,
  state: 128,
} as const;

const tests: Readonly<Record<keyof typeof bit, Field['test']>> = {
  name: (node) => isName(node) && !isReservedName(node.value) && !isDefaultCode(node.value),
  code: isName,
  category: isWord,
  subcategory: isWord,
  description: (node) => isText(node) && sentence.test(node.value),
  queues: areWords,
  reportingTags: areWords,
  state: (node) => isText(node) && (node.value === 'active' || node.value === 'retired'),
};

const fields: ReadonlyMap<string, Field> = new Map(
  Object.entries(tests).map(([name, test]) => [name, { test, bit: new Map(Object.entries(bit)).get(name) ?? 0 }]),
);

/** Letters, digits and single spaces, as every naming policy takes them; too long for `no`, and too short for a limit. */
const name = /^[a-z](?=.{3,63}$)[a-z0-9_-]*(?: [a-z0-9_-]+)*$/i;
/** Shorter than an id. */
const word = /^[a-z](?=.{3,33}$)[!-~]*(?: [!-~]+)*$/i;
/** Rules only look how it begins. */
const sentence = /^[a-z].../i;
/** No list of a code is long. */
const most = 8;

function isName(node: Node): node is Node & { readonly value: string } {
  return isText(node) && name.test(node.value);
}

function isWord(node: Node): boolean {
  return isText(node) && word.test(node.value);
}

/** Not many, and no two of them the same. */
function areWords(node: Node): boolean {
  if (node.kind !== 'seq' || node.items.length > most) return false;
  for (let at = 0; at < node.items.length; at++) {
    const item = node.items[at];
    if (!isText(item) || !word.test(item.value)) return false;
    for (let other = 0; other < at; other++) {
      const earlier = node.items[other];
      if (isText(earlier) && earlier.value.toLowerCase() === item.value.toLowerCase()) return false;
    }
  }
  return true;
}
