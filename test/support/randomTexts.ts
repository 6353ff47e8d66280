/** Generated catalogs in the many ways people write them, well-formed and not. */
import fc from 'fast-check';

const values = fc.constantFrom(
  'Refund',
  'Credit Note',
  'Café ☕',
  'A & B',
  'it is *so*',
  '12',
  '-3.50',
  '0x1F',
  '1e3',
  'true',
  'No',
  'null',
  '~',
  '.inf',
  '007',
  '"double"',
  '"esc \\"q\\" \\\\ \\u00e9"',
  "'single'",
  "'it''s'",
  '""',
  "''",
  '"x" # why',
  'text # why',
  'a#b',
  'a:b',
  '-x',
  '- x',
  '2026-11-20',
  'a, b',
  'x]',
  '😀 smile',
  'no\u00a0break\u00a0',
  '@x',
  '!tag x',
  '%x',
  '`x',
  '? x',
  ': x',
  '|x',
  '"open',
  "'open",
  'Foo: bar',
  '""x',
  '"x\\"',
  '*nowhere',
  '&lone x',
  '',
);
const lists = fc.constantFrom(
  '[]',
  '[Billing]',
  '[Billing, "Claims"]',
  "['a', b c, 1, true,]",
  '[[a], {b: c}]',
  '{ name: Billing }',
  '{}',
  '{a: 1, b: [x, y]}',
  '[open',
  '{open: x',
  '[a,,b]',
  '[a: b]',
  '{a}',
  '[Billing] # why',
);
const keys = fc.constantFrom(
  'code',
  'description',
  'category',
  'subcategory',
  'mandatory',
  'validFrom',
  '"quoted key"',
  '1',
  'true',
  'spaced key',
);

/** One key of an entry, its further lines indented for an entry whose keys stand at column 0. */
const field: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(keys, values).map(([key, value]) => `${key}: ${value}`) },
  { weight: 2, arbitrary: lists.map((list) => `queues: ${list}`) },
  fc.constantFrom(
    'queues:\n  - Billing\n  - Claims # why\n\n  - "VIP Desk"',
    'queues:\n- Billing\n- name: Claims\n  id: 7',
    'queues: # all\n  # of them\n  - Billing',
    'nested:\n  deeper:\n    deepest: x\n  other: y',
    'nested:\n  - - a\n    - b\n  - c: d\n    e: f',
    'description: |\n  First line\n  Second: line\n\n  Third # no comment',
    'description: >-\n  Folded text\n  goes on\n\n  and on\n',
    'description: |+\n  kept\n\n',
    'description: |2\n    indented',
    'description: >\n  a\n    more\n  b',
    'description: a plain text\n  on two lines',
    'description: "quoted\n  on two lines"',
    'description:\n  below its key',
    'queues: [Billing,\n  Claims]',
    'queues:\n  [Billing]',
    'empty:',
    'empty: # nothing',
    'half',
    'name:missing',
    'name: Twice',
    '# a comment',
    '    # an odd comment',
    'shared: &one [a, b]',
    'shared: *one',
    '? explicit\n: key',
    '<<: x',
    '&key anchored: x',
    '!!str tagged: !!int 3',
  ),
);

const entry = fc.record({
  name: values,
  fields: fc.array(field, { maxLength: 4 }),
  form: fc.constantFrom('block', 'block', 'block', 'block', 'flow', 'text', 'empty', 'below', 'wide', 'literal'),
  before: fc.constantFrom('', '', '', '', '', '\n', '  # before\n', '# at the margin\n', '#tight\n', '\n\n'),
});

/** The lines of one entry whose dash stands at `indent`. */
function linesOfEntry(
  { name, fields, form, before }: { name: string; fields: readonly string[]; form: string; before: string },
  indent: number,
): string {
  const pad = ' '.repeat(indent);
  const all = [`name: ${name}`, ...fields];
  const block = (dash: string, inner: string): string =>
    `${pad}${dash}${all.join('\n').split('\n').join(`\n${pad}${inner}`)}\n`;
  switch (form) {
    case 'flow':
      return `${before}${pad}- { ${all.filter((text) => !/[\n#]/.test(text)).join(', ')} }\n`;
    case 'text':
      return `${before}${pad}- ${name}\n`;
    case 'empty':
      return `${before}${pad}-\n`;
    case 'below':
      return `${before}${pad}-\n${pad}  ${all.join('\n').split('\n').join(`\n${pad}  `)}\n`;
    case 'wide':
      return before + block('-   ', '    ');
    case 'literal':
      return `${before}${pad}- |\n${pad}   - not an item\n${pad}   text\n`;
    default:
      return before + block('- ', '  ');
  }
}

const heads = fc.constantFrom(
  'kind: WrapUpCatalog',
  'division: Support',
  'queues:\n  Billing: {}\n  Claims: { membership: exact }',
  'defaults:\n  queues: [Billing]',
  '# comment',
  '',
  'categories:\n  support: [resolved]\n  sales:\n  - lead',
  'note: |\n  some text\n  codes:\n  - name: x',
  'half',
  'open: [a',
  'open: "a',
  'naming: &n loose',
  'naming: *n',
  '  deep: x',
  'kind: twice',
  'note: "a\\"',
  '"quoted": key',
  'a: b',
  'description: x\n  y: z',
);
const tails = fc.constantFrom(
  'naming: platform',
  'defaults:\n  queues: [Billing]',
  '# the end',
  '',
  'half',
  'kind: again',
  'note: |\n  text',
  'codes: []',
  'codes:\n  - name: again',
  'note: *one',
  'open: [x',
  'note: x\n  y: z',
  'note: x\n  y',
);
const oddities = fc.constantFrom(
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '---\n',
  '# first\n---\n',
  '\uFEFF',
  '%YAML 1.2\n---\n',
);

/** Two catalogs, a torn one, tabs, conflict markers and the like: what has no simple layout. */
function disturbed(text: string, how: string): string {
  switch (how) {
    case 'documents':
      return `${text}---\n${text}`;
    case 'ended':
      return `${text}...\n`;
    case 'tabs':
      return text.replace('\n  ', '\n\t');
    case 'conflict':
      return text.replace(/\n {2}- .*\n/, (line) => `\n<<<<<<< ours${line}=======${line}>>>>>>> theirs\n`);
    case 'carriage':
      return text.replace(/ (?=[a-z])/, '\r');
    case 'mixed':
      return text.replace(/\n/, '\r\n');
    case 'flow':
      return text.replace(/codes:[^]*/, 'codes: [{ name: A }, { name: B }]\n');
    case 'unlike':
      return text.replace(/\n {2}- /, '\n   - ');
    case 'cut':
      return text.trimEnd();
    default:
      return text;
  }
}

/** Catalogs of a few entries: valid, half-typed, commented, with anchors, in any indentation and line end. */
export function catalogTexts(): fc.Arbitrary<string> {
  return fc
    .record({
      odd: oddities,
      head: fc.array(heads, { maxLength: 3 }),
      key: fc.constantFrom(
        'codes:',
        'codes:',
        'codes:',
        'codes: # all of them',
        'codes: []',
        'codes:\n\n  # the first',
      ),
      entries: fc.array(entry, { maxLength: 6 }),
      indent: fc.constantFrom(2, 2, 2, 0, 4),
      tail: fc.array(tails, { maxLength: 2 }),
      withTail: fc.constantFrom(false, false, true),
      lineEnd: fc.constantFrom('\n', '\n', '\n', '\r\n'),
      how: fc.constantFrom(
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        'documents',
        'ended',
        'tabs',
        'conflict',
        'carriage',
        'mixed',
        'flow',
        'unlike',
        'cut',
        'cut',
      ),
    })
    .map(({ odd, head, key, entries, indent, tail, withTail, lineEnd, how }) => {
      const lines = [...head, key].map((line) => `${line}\n`).join('');
      const ends = withTail ? tail.map((line) => `${line}\n`).join('') : '';
      const text = `${odd}${lines}${entries.map((one) => linesOfEntry(one, indent)).join('')}${ends}`;
      return disturbed(text, how).replaceAll(/(?<!\r)\n/g, lineEnd);
    });
}

const plainNames = fc.constantFrom('Refund', '"Quoted"', "'it''s'", 'Café', '12', 'text # why');
const plainFields = fc.constantFrom(
  'code: X',
  'description: Some text',
  'queues: [Billing, Claims]',
  'queues:\n  - Billing\n  - Claims',
  'description: |\n  two\n  lines',
  '# a comment',
  'mandatory: true',
);
const plainFrame = {
  head: fc.uniqueArray(
    fc.constantFrom('kind: WrapUpCatalog', '# comment', 'division: Support', 'queues:\n  Billing: {}'),
    {
      maxLength: 3,
    },
  ),
  indent: fc.constantFrom(2, 2, 0, 4),
  tail: fc.constantFrom('', '', '', 'naming: platform\n', '\n# the end\n'),
  lineEnd: fc.constantFrom('\n', '\n', '\r\n'),
};

/** Catalogs without mistakes, as nearly all of them are: so that edits begin where a file can be read in pieces. */
export function soundCatalogTexts(): fc.Arbitrary<string> {
  return framed(plainFields, fc.constantFrom('', '', '\n', '  # before\n'));
}

/** What reaches beyond its line, or looks so, and is one entry's own affair or not. */
const risks = fc.constantFrom(
  'shared: &one [a, b]',
  'shared: *one',
  'other: &two x',
  'other: *two',
  'own: [&three x, *three]',
  'name: Twice',
  'half',
  'open: "a\\"',
  "open: 'a''",
  'open: "a',
  "open: 'a",
  'open: [a',
  'open: {a: b',
  'open: [a, "b',
  'closed: a"',
  "closed: b'",
  'closed: a]',
  'below:\n  text',
  'below:\n  "quoted\n  on"',
  'below:\n  [a,\n  b]',
  'below: a\n  b',
  'kept: |+\n  a\n\n',
  'kept: |2\n    a',
  'kept: >\n\n  a\n    b',
  '!tag x: y',
  'tagged: !tag y',
  '? a\n: b',
  '&key x: y',
  '- a',
  'x: - a',
  'x: y: z',
  '"a',
  "'a",
  '[a',
  '|',
  '"a": b',
  'text on',
  '  deep: x',
);
/** Comments that stand further left than what they are in. They are put in behind a line. */
const margins = fc.constantFrom('#tight', '# wide', '  #tight', '#', '');

/** Catalogs in which many entries hold something that may concern their neighbours. */
export function riskyCatalogTexts(): fc.Arbitrary<string> {
  return framed(fc.oneof(plainFields, risks), fc.constantFrom('', '', '', '#tight\n', '\n')).chain((text) =>
    fc.option(fc.tuple(margins, fc.nat()), { nil: undefined }).map((margin) => {
      if (margin === undefined) return text;
      const lines = text.split('\n');
      lines.splice(margin[1] % lines.length, 0, margin[0]);
      return lines.join('\n');
    }),
  );
}

function framed(fields: fc.Arbitrary<string>, before: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const entries = fc.array(
    fc.record({
      name: plainNames,
      fields: fc.uniqueArray(fields, { maxLength: 3 }),
      form: fc.constant('block'),
      before,
    }),
    { minLength: 1, maxLength: 8 },
  );
  return fc.record({ ...plainFrame, entries }).map(({ head, entries: all, indent, tail, lineEnd }) => {
    const lines = head.map((line) => `${line}\n`).join('');
    const items = all.map((one) => linesOfEntry(one, indent)).join('');
    return `${lines}codes:\n${items}${tail}`.replaceAll('\n', lineEnd);
  });
}

/** Single entries, with their dash, as a file holds them. */
export function entryTexts(): fc.Arbitrary<string> {
  return fc
    .tuple(entry, fc.constantFrom(0, 2, 4), fc.constantFrom('\n', '\r\n'))
    .map(([one, indent, lineEnd]) => linesOfEntry({ ...one, before: '' }, indent).replaceAll('\n', lineEnd));
}

/** Entries with some characters put in, taken out or doubled. */
export function tornEntryTexts(): fc.Arbitrary<string> {
  const by = fc.constantFrom(
    ...'\n :-#"\'[]{},&*!|>%@?~\t\r\\x0.+',
    '\r\n',
    '\uFEFF',
    '\u00a0',
    '\u2028',
    '\u0000',
    '  ',
    '\n    ',
    '\n  ',
    ': ',
    ' #',
    '- ',
    "''",
    '\\n',
    '😀',
  );
  const change = fc.record({ at: fc.nat(), length: fc.nat({ max: 3 }), by: fc.oneof(fc.constant(''), by) });
  return fc.tuple(entryTexts(), fc.array(change, { minLength: 1, maxLength: 4 })).map(([text, changes]) => {
    let result = text;
    for (const { at, length, by: inserted } of changes) {
      const start = at % (result.length + 1);
      result = result.slice(0, start) + inserted + result.slice(start + length);
    }
    return result;
  });
}
