/** Catalogs of any size, as people write them. Each has one problem from the start: who reports it has read the file. */

export const KINDS = ['plain', 'quoted', 'commented', 'blocks'] as const;
export type Kind = (typeof KINDS)[number];

export interface Place {
  /** From 0. */
  readonly line: number;
  /** From 0, in UTF-16 code units. */
  readonly character: number;
}

/** What is edited or asked about: where the value of a field starts, and the value. */
export interface Field extends Place {
  readonly value: string;
}

export interface Catalog {
  readonly text: string;
  /** How many entries there are. */
  readonly entries: number;
  /** The line with the problem that is there from the start. */
  readonly problemLine: number;
  /** Where a field of an entry stands. Plain catalogs only. */
  field(entry: number, key: 'name' | 'description' | 'state'): Field;
}

/** A queue takes a thousand codes, and each code is on two of these. */
const QUEUES = Array.from({ length: 40 }, (_, index) => `Support Team ${index + 1}`);
const DESCRIPTIONS = [
  'Explained how to use a product or the portal',
  'The customer can go on, the cause is still open',
  'Password or PIN set anew after identification',
  'Passed to tier two with the steps taken so far',
];
const HEAD = [
  '# What agents can choose after an interaction.',
  'kind: WrapUpCatalog',
  'categories:',
  '  support: [resolved, escalation, callback, follow_up]',
  'queues:',
  ...QUEUES.map((queue) => `  ${queue}: {}`),
  'codes:',
];

const PLAIN_KEYS = ['name', 'code', 'category', 'subcategory', 'description', 'queues', 'reportingTags', 'state'];

export function catalog(kind: Kind, entries: number): Catalog {
  const lines = [...HEAD];
  for (let index = 0; index < entries; index++) lines.push(...ENTRIES[kind](index));
  const problemLine = lines.length + 1;
  lines.push('  - name: Code With A Problem', '    state: unknown');
  return {
    text: `${lines.join('\n')}\n`,
    entries,
    problemLine,
    field(entry, key) {
      const line = HEAD.length + entry * PLAIN_KEYS.length + PLAIN_KEYS.indexOf(key);
      const { prefix, value } = /^(?<prefix> +(?:- )?\w+: )(?<value>.+)$/.exec(lines[line] ?? '')?.groups ?? {};
      if (prefix === undefined || value === undefined) throw new Error(`Entry ${entry} has no ${key} of one line.`);
      return { line, character: prefix.length, value };
    },
  };
}

const ENTRIES: Readonly<Record<Kind, (index: number) => readonly string[]>> = {
  plain: (index) => [
    `  - name: ${name(index)}`,
    `    code: ${code(index)}`,
    '    category: support',
    '    subcategory: resolved',
    `    description: ${description(index)}`,
    `    queues: [${queues(index).join(', ')}]`,
    '    reportingTags: [quality:watch, region:na]',
    '    state: active',
  ],
  quoted: (index) => [
    `  - name: "${name(index)}"`,
    `    code: '${code(index)}'`,
    '    category: "support"',
    '    subcategory: "resolved"',
    `    description: "${description(index)}: \\"done\\""`,
    `    queues: ["${queues(index).join('", "')}"]`,
    "    reportingTags: ['quality:watch', 'region:na']",
    '    state: "active"',
  ],
  commented: (index) => [
    `  # Number ${index}: asked for by the team in March`,
    `  - name: ${name(index)} # as in the old system`,
    `    code: ${code(index)}`,
    '    category: support',
    '    # The reports need it.',
    '    subcategory: resolved',
    `    description: ${description(index)}`,
    '    queues:',
    ...queues(index).map((queue) => `      - ${queue} # both shifts`),
    '    reportingTags: [quality:watch]',
    '',
  ],
  blocks: (index) => [
    `  - name: ${name(index)}`,
    `    code: ${code(index)}`,
    '    category: support',
    '    subcategory: resolved',
    '    description: |',
    `      ${description(index)}.`,
    '      Ask for the number of the ticket first.',
    '    queues:',
    ...queues(index).map((queue) => `      - ${queue}`),
    '    reportingTags: [quality:watch, region:na]',
  ],
};

const digits = (index: number): string => String(index).padStart(5, '0');
const name = (index: number): string => `Code ${digits(index)} Of Support`;
const code = (index: number): string => `SUPPORT_${digits(index)}`;
const description = (index: number): string => DESCRIPTIONS[index % DESCRIPTIONS.length] ?? '';
const queues = (index: number): readonly string[] =>
  [index, index + 7].map((queue) => QUEUES[queue % QUEUES.length] ?? '');
