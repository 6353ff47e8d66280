/** The repair of an earlier name that a code cannot have had. */
import { removeItem, removePair } from '../../text/edit.ts';
import type { Node } from '../../text/tree.ts';
import { fieldPair, type CodeEntry } from '../entry.ts';
import { fixIf, type FixPlan } from '../rule.ts';

/** Takes a name out of `formerly`, and the key with the last one. */
export function removeEarlierName(entry: CodeEntry, name: Node, preferred = false): readonly FixPlan[] {
  const pair = fieldPair(entry, 'formerly');
  const list = pair?.value;
  if (entry.map === undefined || pair === undefined || list?.kind !== 'seq' || list.alias === true) return [];
  const isOnly = list.items.length === 1;
  const edits = isOnly ? removePair(entry.text, entry.map, pair) : undefined;
  return fixIf('Remove it from `formerly`', edits ?? removeItem(entry.text, list, list.items.indexOf(name)), preferred);
}
