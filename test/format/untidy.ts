/** Generated documents as people leave them: every list and map with an indentation of its own, comments and blank lines anywhere. */
import fc from 'fast-check';

type Lines = readonly string[];

const key = fc.constantFrom('name', 'code', '"quoted key"', 'queues', "'single'", 'a b', 'Q 1', '1', 'ключ');
const plain = fc.constantFrom(
  'x',
  'Issue Resolved',
  '"a  b"',
  "'it''s'",
  '007',
  'true',
  '~',
  '"#no"',
  'a#b',
  'http://x',
  '2026-01-01',
  '😀',
  '"x: y"',
  '-1',
  'a, b',
);
const flowText = fc.constantFrom('x', '"a, b"', "'c'", '12', 'a b', '"{"');
const room = fc.constantFrom('', ' ', '  ', '   ');
const comment = fc.constantFrom('', '', '', ' # why', '   # aligned:  x', '  ', '\t');

const flow: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.array(flowText, { maxLength: 3 }), room, room, fc.boolean())
    .map(([items, a, b, trailing]) => `[${a}${items.join(`${b},${a}`)}${trailing && items.length > 0 ? ',' : ''}${b}]`),
  fc
    .tuple(fc.array(fc.tuple(fc.constantFrom('a', '"b"', 'c d'), flowText), { maxLength: 3 }), room, room)
    .map(
      ([pairs, a, b]) =>
        `{${a}${pairs.map(([name, value], index) => `${name === '"b"' ? name : `${name}${index}`}${b}: ${a}${value}`).join(`${a},${b} `)}${b}}`,
    ),
  fc
    .tuple(room, flowText)
    .map(([a, text]) => `[\n${a}          ${text},\n\n            # inside\n         { k: ${text} }   ]`),
);

const blocks = fc.constantFrom<Lines>(
  ['|', '  one', '    two  ', '', '  three'],
  ['>-', '  folded', '', '  text'],
  ['|+', '  kept', '', ''],
  ['|2', '    deep', '  less'],
  ['| # header', ' x', '   ', ' y'],
);
const multi = fc.constantFrom<Lines>(
  ['"double', '   quoted  ', '', '  text"'],
  ['plain', '  goes on', '    and on'],
  ["'single", "  line'"],
);

/** A value: what stands on the key's line, and the lines below it, from column 0. */
interface Written {
  readonly first: string;
  readonly below: Lines;
  readonly collection?: 'map' | 'seq';
}

const { node } = fc.letrec<{ node: Written; map: Written; seq: Written }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(plain, comment).map(([text, behind]) => ({ first: text + behind, below: [] })),
    fc.tuple(flow, comment).map(([text, behind]) => {
      const [first = '', ...below] = (text + behind).split('\n');
      return { first, below };
    }),
    blocks.map(([first = '', ...below]) => ({ first, below })),
    multi.map(([first = '', ...below]) => ({ first, below: below.map((line) => (line === '' ? line : `  ${line}`)) })),
    fc.constant({ first: '', below: [] }),
    tie('map'),
    tie('seq'),
  ),
  map: fc
    .array(
      fc.record({
        key,
        value: tie('node'),
        step: fc.integer({ min: 1, max: 5 }),
        dash: fc.integer({ min: 0, max: 4 }),
        above: fc.constantFrom<Lines>([], [], [], [''], ['', '', '  '], ['# about'], ['', '# a', '   # deeper']),
        colon: room,
        anchor: fc.constantFrom('', '', '', '', '&a'),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((pairs) => ({
      first: '',
      collection: 'map' as const,
      below: pairs.flatMap(({ key: name, value, step, dash, above, colon, anchor }, index): Lines => {
        const unique = /^["']/.test(name) ? name.replace(/.$/, `${index}$&`) : `${name}${index}`;
        const marked = anchor === '' || value.first + value.below.join('') === '' ? '' : ` ${anchor}${index}`;
        const first = value.first === '' ? '' : ` ${colon}${value.first}`;
        const by = value.collection === 'seq' ? dash : step;
        return [...above, `${unique}:${marked}${first}`, ...indented(value.below, by)];
      }),
    })),
  seq: fc
    .array(
      fc.record({
        value: tie('node'),
        gap: fc.integer({ min: 1, max: 4 }),
        near: fc.boolean(),
        above: fc.constantFrom<Lines>([], [], [''], ['', '', ''], ['# item']),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((items) => ({
      first: '',
      collection: 'seq' as const,
      below: items.flatMap(({ value, gap, near, above }): Lines => {
        const spaces = ' '.repeat(gap);
        const [head = '', ...rest] = value.below;
        const canBeNear = near && value.collection !== undefined && head !== '' && !head.startsWith('#');
        if (canBeNear) return [...above, `-${spaces}${head}`, ...indented(rest, gap + 1)];
        return [...above, value.first === '' ? '-' : `-${spaces}${value.first}`, ...indented(value.below, gap + 1)];
      }),
    })),
}));

function indented(lines: Lines, by: number): Lines {
  return lines.map((line) => (line.trim() === '' ? line : ' '.repeat(by) + line));
}

/** Not every one of them is valid YAML. */
export const untidy: fc.Arbitrary<string> = fc
  .record({
    documents: fc.array(node, { minLength: 1, maxLength: 2 }),
    end: fc.constantFrom('', '\n', '\n\n\n', '  \n  ', '# end'),
    start: fc.constantFrom('', '', '\uFEFF', '\n\n', '# start\n\n\n'),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ documents, start, end, eol }) =>
    (
      start +
      documents
        .map(({ first, below }) => [first, ...below].filter((line, index) => index > 0 || line !== '').join('\n'))
        .join('\n---\n') +
      end
    ).replaceAll('\n', eol),
  );
