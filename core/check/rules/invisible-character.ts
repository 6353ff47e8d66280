import { invisibleCharacters, isAscii } from '../../contract/invisible.ts';
import { isPrintable } from '../../contract/names.ts';
import { replaceText } from '../../text/edit.ts';
import { spanInScalar } from '../../text/scalarOffsets.ts';
import type { Entry } from '../entry.ts';
import { nameTexts } from '../nameTexts.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/**
 * A character that cannot be seen, in a text that names something: it makes two names that look the same.
 * Names and codes under a policy that refuses the character are the business of `name-characters` and `code-characters`.
 */
export const invisibleCharacter: Rule = {
  code: 'invisible-character',
  severity: 'warning',
  codesWith: 'oddities',
  inCode: (entry, { naming }) =>
    look(
      entry,
      (field, text) => (field !== 'name' && field !== 'code') || (naming === 'platform' && isPrintable(text)),
    ),
  inHead: (entry) => look(entry, () => true),
  inProject: (entry) => look(entry, () => true),
  inQuery: (entry) => look(entry, () => true),
  inSurvey: (entry) => look(entry, () => true),
};

function look(entry: Entry, mine: (field: string, text: string) => boolean): readonly Finding[] {
  const texts = nameTexts(entry).filter(({ node }) => !isAscii(node.value));
  return texts.flatMap(({ field, node }): Finding[] => {
    const hidden = node.value.length <= 1000 && mine(field, node.value) ? invisibleCharacters(node.value) : [];
    const first = hidden[0];
    const last = hidden.at(-1);
    if (first === undefined || last === undefined) return [];
    const named = [...new Set(hidden.map(({ name, codePoint }) => `${name} (${codePoint})`))].join(', ');
    let visible = node.value;
    for (const { index, length, replacement } of hidden.toReversed())
      visible = visible.slice(0, index) + replacement + visible.slice(index + length);
    const fix = node.alias === true || visible.trim() === '' ? undefined : [replaceText(node, visible)];
    return [
      {
        span: spanInScalar(node, first.index, last.index + last.length),
        message: `This text holds a character that cannot be seen: ${named}. Take it out.`,
        fixes: fixIf('Take it out', fix, true),
      },
    ];
  });
}
