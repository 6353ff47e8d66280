import { replaceText } from '../../text/edit.ts';
import type { Entry } from '../entry.ts';
import { nameTexts } from '../nameTexts.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/** Spaces before or behind a name, which only quotes can keep. */
export const outerSpace: Rule = {
  code: 'outer-space',
  severity: 'warning',
  codesWith: 'oddities',
  inCode: look,
  inHead: look,
  inProject: look,
  inQuery: look,
  inSurvey: look,
};

function look(entry: Entry): readonly Finding[] {
  const texts = nameTexts(entry).filter(({ node: { value } }) => value.startsWith(' ') || value.endsWith(' '));
  return texts.flatMap(({ node }): Finding[] => {
    const trimmed = trimSpaces(node.value);
    if (trimmed === node.value || trimmed === '' || node.style === 'block') return [];
    const fix = node.alias === true ? undefined : [replaceText(node, trimmed)];
    return [
      {
        span: node.span,
        message: 'There are spaces before or behind this text. Take them off.',
        fixes: fixIf('Take them off', fix, true),
      },
    ];
  });
}

/** Plain spaces only: other ones are `invisible-character`. */
function trimSpaces(text: string): string {
  let [start, end] = [0, text.length];
  while (text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return text.slice(start, end);
}
