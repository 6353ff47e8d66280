/** The repair that both naming rules offer: take what Genesys takes. */
import { addPair, replaceText } from '../../text/edit.ts';
import { fieldPair } from '../entry.ts';
import type { Indexes } from '../indexes/indexes.ts';
import { editsIn, fixIf, type FixPlan } from '../rule.ts';

/** Sets `naming: platform` in the catalog; nothing where it says so already. */
export function switchToPlatform(indexes: Indexes): readonly FixPlan[] {
  if (indexes.naming === 'platform') return [];
  const { head } = indexes;
  if (head.map === undefined) return [];
  const title = 'Accept every name that Genesys accepts: `naming: platform`';
  const naming_ = fieldPair(head, 'naming');
  if (naming_?.value?.kind === 'scalar') return fixIf(title, editsIn(head, [replaceText(naming_.value, 'platform')]));
  if (naming_ !== undefined) return [];
  const before = head.map.pairs.filter((pair) => pair.value?.kind === 'scalar' && pair.value.style !== 'block');
  const after = fieldPair(head, 'division') ?? fieldPair(head, 'kind') ?? before.at(-1);
  return after?.value === undefined
    ? []
    : fixIf(title, editsIn(head, addPair(head.text, head.map, 'naming', 'platform', after)));
}
