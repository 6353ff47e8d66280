/** What must hold for every rename, not only for those we thought of. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openText } from '#core/text/live/index.ts';
import { linesOf } from '#core/text/position.ts';
import { writeText } from '#core/text/quote.ts';
import { referencesAt, rename, type NameKind } from '#core/workspace/navigate/index.ts';
import { afterEdits, type Files } from './project.ts';

type Style = 'plain' | 'single' | 'double';

/** A place of a file that has a name. */
interface Slot {
  readonly kind: NameKind;
  /** Which of the names of its kind. */
  readonly index: number;
  readonly style: Style;
  readonly flow: boolean;
  readonly prefix: string;
  /** True where an earlier name of the code goes when its name changes. */
  readonly keeps: boolean;
}

type Part = string | Slot;
type Names = Readonly<Record<NameKind, readonly string[]>>;
type Project = Readonly<Record<string, readonly Part[]>>;

function written(style: Style, text: string, flow: boolean): string {
  if (style === 'plain') return writeText(text, flow);
  return style === 'single' ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}

/** The texts of all files, and where their slots are. */
function rendered(project: Project, names: Names, earlier: ReadonlyMap<number, readonly string[]>) {
  const slots: { readonly file: string; readonly offset: number; readonly slot: Slot }[] = [];
  const files = Object.entries(project).map(([file, parts]) => {
    let text = '';
    for (const part of parts) {
      if (typeof part === 'string') text += part;
      else if (part.keeps) text += (earlier.get(part.index) ?? []).map((name) => `, ${JSON.stringify(name)}`).join('');
      else {
        const prefix = part.prefix.length + (part.style === 'plain' ? 0 : 1);
        slots.push({ file, offset: text.length + prefix, slot: part });
        text += written(part.style, part.prefix + (names[part.kind][part.index] ?? ''), part.flow);
      }
    }
    return [file, text] as const;
  });
  return { files: Object.fromEntries(files), slots };
}

/** A name that cannot do without quotes has them, and keeps them. */
function settled(project: Project, names: Names): Project {
  const settle = (part: Part): Part => {
    if (typeof part === 'string' || part.style !== 'plain' || part.keeps) return part;
    const text = written('plain', part.prefix + (names[part.kind][part.index] ?? ''), part.flow);
    return text.startsWith('"') ? { ...part, style: 'double' } : part;
  };
  return Object.fromEntries(Object.entries(project).map(([file, parts]) => [file, parts.map(settle)]));
}

/** A project where every kind of name stands in every place that takes it. */
function projectOf(styles: readonly Style[], lineBreak: string): Project {
  let at = 0;
  const slot = (kind: NameKind, index: number, flow: boolean, prefix = ''): Slot => ({
    kind,
    index,
    flow,
    prefix,
    style: styles[at++ % styles.length] ?? 'plain',
    keeps: false,
  });
  const block = (kind: NameKind, index: number, prefix = ''): Slot => slot(kind, index, false, prefix);
  const flow = (kind: NameKind, index: number, prefix = ''): Slot => slot(kind, index, true, prefix);
  const keeps = (index: number): Slot => ({ ...slot('name', index, true), keeps: true });
  const join = (parts: readonly Part[]): readonly Part[] =>
    parts.map((part) => (typeof part === 'string' ? part.replaceAll('\n', lineBreak) : part));
  return {
    'a.wrapup.yaml': join([
      'kind: WrapUpCatalog # codes\nnaming: platform\ndivision: ',
      block('division', 0),
      '\ncategories:\n  ',
      block('category', 0),
      ': [',
      flow('subcategory', 0),
      ', ',
      flow('subcategory', 1),
      ']\n  # other\n  ',
      block('category', 1),
      ':\n    - ',
      block('subcategory', 2),
      '\nqueues: { ',
      flow('queue', 0),
      ' : {}, ',
      flow('queue', 1),
      ' : { membership: exact } }\ndefaults: { queues: [',
      flow('queue', 0),
      '] }\n\ncodes:\n  # the first\n  - name: ',
      block('name', 0),
      ' # its name\n    code: ',
      block('code', 0),
      '\n    category: ',
      block('category', 0),
      '\n    subcategory: ',
      block('subcategory', 0),
      '\n    description: |\n      Kept as it is\n    queues:\n      - ',
      block('queue', 0),
      '\n      - ',
      block('queue', 1),
      '\n    reportingTags:\n    - ',
      block('tag', 0),
      '\n    - ',
      block('category', 1, 'cat:'),
      '\n    - ',
      block('subcategory', 2, 'sub:'),
      '\n    formerly: ["Never Used 1"',
      keeps(0),
      ']\n  - { code: ',
      flow('code', 1),
      ', name: ',
      flow('name', 1),
      ', division: ',
      flow('division', 1),
      ', environments: [',
      flow('environment', 0),
      ', ',
      flow('environment', 1),
      '], reportingTags: [',
      flow('tag', 1),
      '], formerly: [ "Never Used 2"',
      keeps(1),
      ' ] } # done\n',
    ]),
    'b.query.yaml': join([
      'kind: ConversationDetails\ninterval: today\nwhere:\n  queue: [',
      flow('queue', 0),
      ']\n  division: ',
      block('division', 1),
      '\n  wrapUpCode:\n    category: ',
      block('category', 0),
      '\n    subcategory:\n      - ',
      block('subcategory', 1),
      '\n    tag: [',
      flow('tag', 0),
      ', ',
      flow('category', 0, 'cat:'),
      ', ',
      flow('subcategory', 2, 'sub:'),
      ']\n    code: ',
      block('code', 0),
      '\noutput:\n  exclude: { wrapUpName: [',
      flow('name', 0),
      ', ',
      flow('name', 1),
      '], queue: ',
      flow('queue', 1),
      ', division: ',
      flow('division', 0),
      ', tags: ',
      flow('tag', 1),
      ' }\n---\nkind: ConversationDetails\ninterval: today\nwhere: { wrapUpCode: [',
      flow('name', 1),
      '] }\n---\nkind: ConversationDetails\ninterval: today\nwhere: { wrapUpCode: { name: ',
      flow('name', 0),
      ', category: ',
      flow('category', 1),
      ' } }\n',
    ]),
    'c.survey.yaml': join([
      'kind: SurveyRules\nfields: { nps: { type: integer } }\nrules:\n  - when: { nps: { lte: 6 } }\n    assign: ',
      block('code', 0),
      '\n  - { when: { nps: { gte: 9 } }, assign: ',
      flow('name', 1),
      ' }\notherwise: ',
      block('name', 0),
      '\ntests: [{ given: { nps: 1 }, expect: ',
      flow('code', 0),
      ' }]\n',
    ]),
    'genesys.yaml': join([
      'kind: GenesysProject\nenvironments:\n  ',
      block('environment', 0),
      ':\n    region: mypurecloud.ie\n    names:\n      queues:\n        ',
      block('queue', 0),
      ': In the org\n      divisions: { ',
      flow('division', 0),
      ' : Home }\n  ',
      block('environment', 1),
      ':\n    region: mypurecloud.de\n',
    ]),
  };
}

const hostile = [
  'Refund',
  'New Lead',
  "It's",
  'say "hi"',
  'a: b',
  'c #1',
  'x, y',
  '{z}',
  '[w]',
  'café',
  '🎉 party',
  '__proto__',
  'Yes',
  '007',
  '- dash',
  '*star',
  '&amp',
  'constructor',
  '!bang',
  '%p',
  '@at',
  '`tick`',
  'C:\\dir',
  '? what',
  '1e3',
  '~x',
  '|',
  '>',
  'trailing:',
  'ünï',
  '日本語',
];
const tame = [
  'Refund',
  'New Lead',
  'café',
  '🎉 party',
  'constructor',
  'ünï',
  '日本語',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'prototype',
];

const kinds: readonly NameKind[] = [
  'name',
  'code',
  'category',
  'subcategory',
  'tag',
  'queue',
  'division',
  'environment',
];

/** Three names of each kind, all different, and one more. */
function namesFrom(pool: readonly string[]) {
  return fc
    .shuffledSubarray([...pool], { minLength: 7, maxLength: 7 })
    .map(([a = '', b = '', c = '', d = '', e = '', f = '', spare = '']) => ({
      names: {
        name: [a, b],
        code: [c, d],
        category: [a, b],
        subcategory: [a, b, c],
        tag: [d, e],
        queue: [b, c],
        division: [e, f],
        environment: [f, a],
      } satisfies Names,
      spare,
    }));
}

const styles = fc.array(fc.constantFrom<Style>('plain', 'single', 'double'), { minLength: 1, maxLength: 80 });
const lineBreaks = fc.constantFrom('\n', '\r\n');

function renameIn(files: Files, file: string, offset: number, to: string): Files {
  const all = Object.entries(files).map(([name, text]) => openText(name, text));
  const text = all.find(({ name }) => name === file);
  if (text === undefined) throw new Error(`There is no ${file}.`);
  const plan = rename(text, linesOf(text.text()).positionAt(offset), to, all);
  if ('refusal' in plan) throw new Error(plan.refusal);
  return afterEdits(files, plan.edits);
}

function referenceCount(files: Files, file: string, offset: number): number {
  const all = Object.entries(files).map(([name, text]) => openText(name, text));
  const text = all.find(({ name }) => name === file);
  return text === undefined ? 0 : referencesAt(text, linesOf(text.text()).positionAt(offset), all).length;
}

test('every place gets the new name in its own style, and nothing else changes', () => {
  fc.assert(
    fc.property(namesFrom(hostile), styles, lineBreaks, fc.nat(), ({ names, spare }, some, lineBreak, pick) => {
      const project = settled(projectOf(some, lineBreak), names);
      const before = rendered(project, names, new Map());
      const chosen = before.slots[pick % before.slots.length];
      if (chosen === undefined) return;
      const { kind, index } = chosen.slot;
      const old = names[kind][index] ?? '';
      const changed = { ...names, [kind]: names[kind].with(index, spare) };
      const after = rendered(project, changed, kind === 'name' ? new Map([[index, [old]]]) : new Map());
      expect(renameIn(before.files, chosen.file, chosen.offset, spare)).toEqual(after.files);
      const there = after.slots[before.slots.indexOf(chosen)];
      expect(referenceCount(after.files, chosen.file, there?.offset ?? 0)).toBe(
        referenceCount(before.files, chosen.file, chosen.offset),
      );
    }),
    { numRuns: 300 },
  );
});

test('there and back is where it began', () => {
  fc.assert(
    fc.property(namesFrom(tame), styles, lineBreaks, fc.nat(), ({ names, spare }, some, lineBreak, pick) => {
      const project = settled(projectOf(some, lineBreak), names);
      const { files, slots } = rendered(project, names, new Map());
      const chosen = slots[pick % slots.length];
      if (chosen === undefined) return;
      const { kind, index } = chosen.slot;
      const there = renameIn(files, chosen.file, chosen.offset, spare);
      const moved = rendered(project, { ...names, [kind]: names[kind].with(index, spare) }, new Map());
      const back = moved.slots.find(({ slot }) => slot.kind === kind && slot.index === index);
      expect(renameIn(there, back?.file ?? '', back?.offset ?? 0, names[kind][index] ?? '')).toEqual(files);
    }),
    { numRuns: 200 },
  );
});

test('every kind of name is tried', () => {
  const { slots } = rendered(
    projectOf(['plain'], '\n'),
    {
      name: ['a', 'b'],
      code: ['c', 'd'],
      category: ['e', 'f'],
      subcategory: ['g', 'h', 'i'],
      tag: ['j', 'k'],
      queue: ['l', 'm'],
      division: ['n', 'o'],
      environment: ['p', 'q'],
    },
    new Map(),
  );
  expect(new Set(slots.map(({ slot }) => slot.kind))).toEqual(new Set(kinds));
});
