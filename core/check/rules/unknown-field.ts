import { inventedKeys, findInventedKey } from '../../contract/inventions.ts';
import { allowedKeys } from '../../contract/descriptions.ts';
import { removePair, renameKey } from '../../text/edit.ts';
import { pairOf } from '../../text/walk.ts';
import type { Entry } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { placeOf, schemaPathOf } from '../schemaPlace.ts';
import { closest, didYouMean } from '../suggest.ts';

/** A key that the format does not have and that nobody is known to use: most often a typing mistake. */
export const unknownField: Rule = {
  code: 'unknown-field',
  severity: 'error',
  inCode: look,
  inHead: look,
  inProject: look,
};

function look(entry: Entry): readonly Finding[] {
  return entry.issues.flatMap(({ keyword, pair, parent, path }): Finding[] => {
    if (keyword !== 'additionalProperties' || pair === undefined || parent?.kind !== 'map') return [];
    const key = String(path.at(-1));
    const place = placeOf(entry, path);
    const known = place === undefined ? undefined : findInventedKey(place, key);
    if (key === '<<' || (known !== undefined && inventedKeys.includes(known))) return [];
    const keys = allowedKeys(entry.file, schemaPathOf(entry, path.slice(0, -1))).map((allowed) => allowed.key);
    const free = keys.filter((allowed) => pairOf(parent, allowed) === undefined);
    const meant = known?.rewrite.kind === 'renameKey' ? known.rewrite.to : closest(key, keys);
    const rename = meant !== undefined && free.includes(meant) ? [renameKey(pair, meant)] : undefined;
    return [
      {
        span: pair.key.span,
        message: `There is no field \`${key}\` here.${didYouMean(meant) || listed(free)}`,
        fixes: [
          ...fixIf(`Change to \`${meant}\``, rename, true),
          ...fixIf(`Remove \`${key}\``, removePair(entry.text, parent, pair)),
        ],
      },
    ];
  });
}

function listed(keys: readonly string[]): string {
  if (keys.length === 0 || keys.length > 6) return '';
  return ` Possible here: ${keys.map((key) => `\`${key}\``).join(', ')}.`;
}
