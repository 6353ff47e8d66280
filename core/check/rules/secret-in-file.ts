import { findInventedKey } from '../../contract/inventions.ts';
import { removePair } from '../../text/edit.ts';
import type { Entry } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { placeOf } from '../schemaPlace.ts';

/** A secret in a file that git keeps for ever. The secret itself is never repeated in the message. */
export const secretInFile: Rule = {
  code: 'secret-in-file',
  severity: 'error',
  inHead: look,
  inProject: look,
  inQuery: look,
  inSurvey: look,
};

function look(entry: Entry): readonly Finding[] {
  return entry.issues.flatMap(({ keyword, pair, parent, path }): Finding[] => {
    if (keyword !== 'additionalProperties' || pair === undefined || parent?.kind !== 'map') return [];
    const place = placeOf(entry, path);
    const invented = place === undefined ? undefined : findInventedKey(place, String(path.at(-1)));
    if (invented?.secret !== true) return [];
    return [
      {
        span: pair.key.span,
        message: invented.explanation,
        fixes: fixIf('Remove it from the file', removePair(entry.text, parent, pair), true),
      },
    ];
  });
}
