/** Texts that nobody writes, or only by accident. Each is made when it is asked for: some have 10 MB. */
import { catalog } from '../bench/catalogs.ts';

const HEAD = 'kind: WrapUpCatalog\n';
const MEGABYTE = 1_000_000;

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');

/** Names that an object of JavaScript has already. */
const INHERITED = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'prototype',
  '__defineGetter__',
];

const aliasBombs: Texts = {
  'lists of lists of aliases': () =>
    `${HEAD}a0: &a0 [x, x, x, x, x, x, x, x, x]\n${lines(
      20,
      (index) => `a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join(', ')}]`,
    )}codes: *a20\n`,
  'maps of maps of aliases': () =>
    `${HEAD}a0: &a0 {k: v}\n${lines(
      20,
      (index) => `a${index + 1}: &a${index + 1} {a: *a${index}, b: *a${index}, c: *a${index}, d: *a${index}}`,
    )}codes: [*a20]\n`,
  'merge keys that merge merge keys': () =>
    `${HEAD}a0: &a0 {k: v}\n${lines(
      20,
      (index) => `a${index + 1}: &a${index + 1} {<<: [${Array(9).fill(`*a${index}`).join(', ')}]}`,
    )}codes:\n  - <<: *a20\n`,
  'an alias inside its own anchor': () => `${HEAD}codes: &a\n  - *a\n  - name: &b [*b]\n`,
  'one long list and 300 aliases of it': () =>
    `${HEAD}queues: &q [${Array(100).fill('Billing').join(', ')}]\ncodes:\n${lines(
      300,
      (index) => `  - { name: N${index}, queues: *q }`,
    )}`,
  'a chain of a thousand aliases': () =>
    `${HEAD}a0: &a0 [x]\n${lines(1_000, (index) => `a${index + 1}: &a${index + 1} [*a${index}]`)}codes: [*a1000]\n`,
  'an anchor that is set 300 times': () => `${HEAD}codes:\n${lines(300, () => '  - &a { name: *a }')}`,
  'aliases as keys': () => `${HEAD}a: &a name\ncodes:\n${lines(300, () => '  - { *a : X, ? *a : Y }')}`,
};

const longLines: Texts = {
  'a plain line of 10 MB': () => `${HEAD}codes:\n  - name: ${'ab '.repeat((10 * MEGABYTE) / 3)}\n`,
  'a quoted line of 10 MB': () => `${HEAD}codes:\n  - name: "${'a\\n'.repeat((10 * MEGABYTE) / 3)}"\n`,
  'a quoted line of 10 MB without its end': () => `${HEAD}codes:\n  - name: '${"it''s ".repeat((10 * MEGABYTE) / 6)}\n`,
  'a list in brackets of 10 MB': () => `${HEAD}codes: [${'{ name: Some Long Name }, '.repeat((10 * MEGABYTE) / 26)}]\n`,
  'a list of long texts in brackets of 10 MB': () => `${HEAD}codes: [${`${'x'.repeat(9_998)}, `.repeat(1_000)}]\n`,
  'ten thousand texts on one line of 1 MB': () => `${HEAD}codes: [${`${'x'.repeat(98)}, `.repeat(10_000)}]\n`,
  'a name of 10 MB that is hard to see': () => `${HEAD}codes:\n  - name: "${'a\u200B'.repeat(5 * MEGABYTE)}"\n`,
  'a key of 10 MB': () => `${HEAD}${'k'.repeat(10 * MEGABYTE)}: x\n`,
  'a comment of 10 MB': () => `${HEAD}# ${'-'.repeat(10 * MEGABYTE)}\ncodes: []\n`,
  'a block scalar of 10 MB': () => `${HEAD}codes:\n  - description: |\n      ${'word '.repeat(2 * MEGABYTE)}\n`,
  '10 MB of spaces': () => `${HEAD}codes:\n${' '.repeat(10 * MEGABYTE)}- name: X\n`,
  '10 MB of tabs': () => `${HEAD}codes:\n${'\t'.repeat(10 * MEGABYTE)}- name: X\n`,
  '10 MB of quotes': () => `${HEAD}name: ${"'".repeat(10 * MEGABYTE)}\n`,
  '10 MB of backslashes': () => `${HEAD}name: "${'\\'.repeat(10 * MEGABYTE)}"\n`,
  '1 MB of colons': () => `${HEAD}${'a: '.repeat(MEGABYTE / 3)}\n`,
  '1 MB of question marks': () => `${HEAD}${'? '.repeat(MEGABYTE / 2)}\n`,
  '1 MB of exclamation marks': () => `${HEAD}codes: ${'!a '.repeat(MEGABYTE / 3)}\n`,
};

const manyLines: Texts = {
  'a sound catalog of 50,000 lines': () => catalog('plain', 6_240).text,
  'a sound catalog of 50,000 lines with blocks': () => catalog('blocks', 4_550).text,
  '2,000 lines of garbage': () => lines(2_000, garbage),
  '2,000 lines of garbage below codes': () => `${HEAD}codes:\n${lines(2_000, garbage)}`,
  '5,000 lines, each further in': () => lines(5_000, (index) => `${' '.repeat(index % 500)}k: v`),
  '5,000 names without a value': () => `${HEAD}codes:\n${lines(5_000, () => '  - na')}`,
  '5,000 empty items': () => `${HEAD}codes:\n${lines(5_000, () => '  -')}`,
  '5,000 documents': () => lines(5_000, () => '---'),
  '5,000 times codes': () => HEAD + lines(5_000, () => 'codes:'),
  '2,000 open quotes': () => `${HEAD}codes:\n${lines(2_000, () => '  - name: "x')}`,
  '2,000 open brackets': () => `${HEAD}codes:\n${lines(2_000, () => '  - queues: [x')}`,
  '5,000 directives': () => lines(5_000, () => '%YAML 1.2'),
  '10,000 keys that are the same': () => `${HEAD}queues:\n${lines(10_000, () => '  Billing: {}')}`,
  '10,000 names that are the same': () => `${HEAD}codes:\n${lines(10_000, () => '  - name: Refund')}`,
  '10,000 unknown keys': () => HEAD + lines(10_000, (index) => `key${index}: x`),
};

/** One problem in each of its codes. */
export const wrongCodes = (count: number): string =>
  `${HEAD}codes:\n${lines(count, (index) => `  - { name: N${index}, state: lost }`)}`;

const deepNesting: Texts = {
  'brackets, 10,000 deep': () => `${HEAD}codes: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
  'brackets, 10,000 deep and never closed': () => `${HEAD}codes: ${'['.repeat(10_000)}\n`,
  'braces, 10,000 deep': () => `${HEAD}codes: ${'{a: '.repeat(10_000)}x${'}'.repeat(10_000)}\n`,
  'dashes, 10,000 deep': () => `${HEAD}codes:\n  ${'- '.repeat(10_000)}x\n`,
  'keys, 2,000 deep': () => lines(2_000, (index) => `${' '.repeat(index)}a:`),
  'keys, 10,000 deep': () => lines(10_000, (index) => `${' '.repeat(index)}a:`),
  'lists, 2,000 deep, with an error at the end': () => `${lines(2_000, (index) => `${' '.repeat(index)}-`)} : : [`,
};

const inheritedNames: Texts = {
  'names that every object has, everywhere': () =>
    `${HEAD}${INHERITED.map((name) => `${name}: { ${name}: [${name}] }\n`).join('')}categories:\n${INHERITED.map(
      (name) => `  ${name}: [${INHERITED.join(', ')}]\n`,
    ).join('')}queues:\n${INHERITED.map((name) => `  ${name}: {}\n`).join('')}codes:\n${INHERITED.map(
      (name) =>
        `  - name: ${name}\n    code: ${name}\n    category: ${name}\n    subcategory: ${name}\n    queues: [${name}]\n    state: ${name}\n    outbound: ${name}\n    formerly: [${name}]\n    ${name}: ${name}\n`,
    ).join('')}`,
  'a kind that every object has': () => INHERITED.map((name) => `kind: ${name}\n${name}: x\n`).join('---\n'),
  'queries with names that every object has': () =>
    INHERITED.map(
      (name) =>
        `kind: ConversationAggregates\ninterval: ${name}\nmetrics: [${name}]\ngroupBy: [${name}]\nwhere:\n  ${name}: ${name}\n  ${name}: { ${name}: ${name} }\n`,
    ).join('---\n'),
  'a policy of names that every object has': () =>
    `kind: GenesysProject\npolicy:\n  require: [${INHERITED.join(', ')}]\n  name: { ${INHERITED.map((name) => `${name}: 1`).join(', ')} }\nenvironments:\n${INHERITED.map((name) => `  ${name}: { region: ${name} }\n`).join('')}`,
};

const oddCharacters: Texts = {
  'every control character': () =>
    `${HEAD}codes:\n${lines(0x20, (code) => `  - name: a${String.fromCharCode(code)}b`)}  - name: "\u007F\u0080\u009F"\n`,
  'NUL at every place': () => `\0kind\0:\0WrapUpCatalog\0\n\0codes:\0\n\0  -\0 name:\0 X\0\n\0`,
  'lone surrogates': () =>
    `${HEAD}codes:\n  - name: a\uD800b\n  - \uDC00: "\uDFFF"\n  - name: \uD83D\n    code: \uDE00\n`,
  'mixed ends of lines': () =>
    `kind: WrapUpCatalog\r\ncodes:\n  - name: A\r  - name: B\r\n  - name: C\u2028  - name: D\u0085\n\r\r\n`,
  'carriage returns alone': () => 'kind: WrapUpCatalog\rcodes:\r  - name: A\r  - name: B\r',
  'byte order marks all over': () =>
    `\uFEFF\uFEFFkind: WrapUpCatalog\n\uFEFFcodes:\n  - \uFEFFname: \uFEFFA\n---\n\uFEFFkind: x\n`,
  'marks of a merge': () =>
    `${HEAD}codes:\n<<<<<<< ours\n  - name: A\n||||||| base\n  - name: B\n=======\n  - name: C\n>>>>>>> theirs\n<<<<<<< ours\n`,
  'tabs in front of everything': () => `\tkind:\tWrapUpCatalog\n\tcodes:\n\t\t-\tname:\tA\n\t\t\tcode:\tB\n`,
  'characters from right to left': () => `${HEAD}codes:\n  - name: "\u202Eabc\u202C\u200B\u2066"\n`,
  'a family of emoji': () => `${HEAD}codes:\n  - name: ${'👩‍👩‍👧‍👦'.repeat(1_000)}\n`,
  nothing: () => '',
  'one line break': () => '\n',
  'one byte order mark': () => '\uFEFF',
};

export type Texts = Readonly<Record<string, () => string>>;

/** Texts that are small and mean much. */
export const trickyTexts: Texts = { ...aliasBombs, ...inheritedNames, ...oddCharacters };
/** Texts that are as long, or as deep, as a file can be. */
export const largeTexts: Texts = { ...longLines, ...manyLines, ...deepNesting };

/** The same characters each time, YAML's own among them. */
function garbage(index: number): string {
  const characters = 'ab:-[]{}"\'#&*!|>%@`, \t?~<=\\';
  let state = index + 1;
  return Array.from({ length: 20 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return characters[state % characters.length];
  }).join('');
}
