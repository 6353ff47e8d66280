/** Characters that a naming policy does not take, and what they can become. */
import { type InvisibleCharacter, invisibleCharacters, isAscii } from '../contract/invisible.ts';
import { namingRules, type NamingRules } from '../contract/limits.ts';
import { isPrintable, normaliseName } from '../contract/names.ts';
import { replaceText } from '../text/edit.ts';
import type { Span } from '../text/position.ts';
import { spanInScalar } from '../text/scalarOffsets.ts';
import type { TextNode } from '../text/walk.ts';
import type { Indexes } from './indexes/indexes.ts';
import { switchToPlatform } from './fixes/namingSwitch.ts';
import { fixIf, type Finding } from './rule.ts';

/** No name is longer; what goes beyond is refused for its length, and not looked at. */
const longest = 1000;

/** One finding for all characters of a name or `code` that the policy refuses, marked from the first to the last. */
export function refusedCharacters(node: TextNode, indexes: Indexes, subject: string): readonly Finding[] {
  const rules = namingRules[indexes.naming];
  const start = node.value.slice(0, longest);
  if (takesAll(rules, start)) return [];
  const refused = charactersIn(start).filter(({ text }) => !takes(rules, text));
  const first = refused[0];
  const last = refused.at(-1);
  if (first === undefined || last === undefined) return [];
  const invisible = new Map(invisibleCharacters(start).map((found) => [found.index, found]));
  const named = [...new Set(refused.map(({ text, index }) => nameOf(text, invisible.get(index))))];
  const what = named.length > 4 ? `${named.slice(0, 3).join(', ')} and ${named.length - 3} more` : named.join(', ');
  const message = `${subject} cannot hold ${what}: \`naming: ${indexes.naming}\` allows ${rules.characters}.`;
  const plain = node.value.length > longest ? '' : inAscii(node.value);
  const possible = normaliseName(plain) !== '' && charactersIn(plain).every(({ text }) => takes(rules, text));
  const replace = possible && node.alias !== true ? [replaceText(node, plain)] : undefined;
  const platform = charactersIn(start).every(({ text }) => takes(namingRules.platform, text))
    ? switchToPlatform(indexes)
    : [];
  return [
    {
      span: unionOf(node, first.index, last.index + last.text.length),
      message,
      fixes: [...fixIf(`Change to \`${plain}\``, replace), ...platform],
    },
  ];
}

/** Nearly all names are taken as a whole. */
function takesAll({ character }: NamingRules, text: string): boolean {
  return character === undefined ? isAscii(text) : wholes.get(character)?.test(text) === true;
}

const wholes: ReadonlyMap<RegExp, RegExp> = new Map(
  Object.values(namingRules).flatMap(({ character }) =>
    character === undefined ? [] : [[character, new RegExp(character.source.replace(/\$$/, '*$'))]],
  ),
);

function takes(rules: NamingRules, character: string): boolean {
  return rules.character === undefined ? isPrintable(character) : rules.character.test(character);
}

function unionOf(node: TextNode, from: number, to: number): Span {
  const span = spanInScalar(node, from, to);
  return span.end > span.start ? span : node.span;
}

function charactersIn(text: string): { readonly text: string; readonly index: number }[] {
  let index = 0;
  return [...text].map((character) => {
    const at = index;
    index += character.length;
    return { text: character, index: at };
  });
}

function nameOf(character: string, invisible: InvisibleCharacter | undefined): string {
  return invisible === undefined ? `\`${character}\`` : `${invisible.name} (${invisible.codePoint})`;
}

/** The nearest portable spelling: accents off, dashes and quotes plain, what is left out. */
function inAscii(text: string): string {
  return text
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/&/g, ' and ')
    .replace(/[/\\|:.]+/g, ' - ')
    .replace(/ß/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'o')
    .normalize('NFKD')
    .replace(/\s+/gu, ' ')
    .replace(/[^A-Za-z0-9 _-]/g, '')
    .replace(/ +/g, ' ')
    .replace(/(?: -)+ ?$|^ ?(?:- )+/g, '')
    .trim();
}
