/** `null` and `~` where a value belongs: in JSON and in YAML they say that there is none, and so does leaving the key out. */
import { isRequired } from '../../contract/descriptions.ts';
import { removeItem, removePair } from '../../text/edit.ts';
import { keyOf } from '../../text/walk.ts';
import type { Entry } from '../entry.ts';
import { fixIf, type FixPlan } from '../rule.ts';
import { schemaPathOf } from '../schemaPlace.ts';
import type { SchemaIssue } from '../schemaIssues.ts';

export function isNull({ node }: SchemaIssue): boolean {
  return node?.kind === 'scalar' && node.value === null && node.source !== '';
}

/** Takes the key, or the item of a list, away; nothing for a key that must be there. */
export function nullFix(entry: Entry, { node, pair, parent, path }: SchemaIssue): readonly FixPlan[] {
  if (pair !== undefined && parent?.kind === 'map' && !isRequired(entry.file, schemaPathOf(entry, path)))
    return fixIf(`Remove \`${keyOf(pair)}\``, removePair(entry.text, parent, pair), true);
  if (pair !== undefined || parent?.kind !== 'seq' || node === undefined) return [];
  return fixIf('Remove the empty item', removeItem(entry.text, parent, parent.items.indexOf(node)), true);
}
