import { allowedValues } from '../../contract/descriptions.ts';
import { findInventedValue } from '../../contract/inventions.ts';
import { replaceText } from '../../text/edit.ts';
import { isText } from '../../text/walk.ts';
import type { Entry } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { placeOf, schemaPathOf } from '../schemaPlace.ts';
import { closest, didYouMean } from '../suggest.ts';

/** A word that is not one of the few that are possible here. `region` and `kind` have rules of their own. */
export const unknownValue: Rule = {
  code: 'unknown-value',
  severity: 'error',
  inCode: look,
  inHead: look,
  inProject: look,
};

function look(entry: Entry): readonly Finding[] {
  return entry.issues.flatMap(({ keyword, node, path }): Finding[] => {
    const key = path.findLast((step) => typeof step === 'string') ?? '';
    if ((keyword !== 'enum' && keyword !== 'const') || !isText(node) || key === 'region' || key === 'kind') return [];
    const values = allowedValues(entry.file, schemaPathOf(entry, path)).map(({ value }) => String(value));
    const place = placeOf(entry, path.slice(0, path.lastIndexOf(key) + 1));
    const invented = place === undefined ? undefined : findInventedValue(place, key, node.value);
    const meant = invented?.real ?? closest(node.value, values);
    const words =
      invented?.explanation ??
      (didYouMean(meant).trim() || `Possible: ${values.map((value) => `\`${value}\``).join(', ')}.`);
    const fix = meant === undefined ? undefined : [replaceText(node, meant)];
    return [
      {
        span: node.span,
        message: `\`${key}\` cannot be \`${node.value}\`. ${words}`,
        fixes: fixIf(`Change to \`${meant}\``, fix, true),
      },
    ];
  });
}
