import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatPlanJson,
  formatPlanMarkdown,
  formatPlanText,
  formatResultJson,
  formatResultMarkdown,
  formatResultText,
  isComplete,
} from '#core/deploy/format/index.ts';
import { markdown, plain } from '#core/deploy/format/escape.ts';
import type { ApplyResult, Outcome, Plan } from '#core/deploy/model.ts';
import { catalog, org, orgCode, planOf } from './support.ts';

const plan: Plan = planOf({
  catalogs: [
    catalog(
      [
        { name: 'New One', queues: ['Billing'] },
        { name: 'Text', description: 'new' },
        { name: 'Spelling' },
        { name: 'Renamed', formerly: ['Before'], outbound: [] },
        { name: 'Stuck', queues: ['Nowhere'] },
        { name: 'Same' },
        { name: 'Elsewhere', environments: ['prod'] },
      ],
      { defaults: { queues: [] } },
    ),
  ],
  org: org({ codes: [orgCode('Text'), orgCode('SPELLING'), orgCode('Before'), orgCode('Stuck'), orgCode('Same')] }),
});

/** All changes of the plan as `outcome`, the first as `first`; a blocked one was not attempted, as in an apply. */
const resultWith = (outcome: Outcome, first: Outcome = outcome): ApplyResult => ({
  plan,
  results: plan.changes.map((change, index) => {
    if (change.kind === 'blocked') return { change, outcome: 'not attempted', message: change.why };
    const its = index === 0 ? first : outcome;
    return its === 'done' ? { change, outcome: its } : { change, outcome: its, message: 'It went wrong.' };
  }),
});

test('text groups the changes by catalog and entry, and shows each field that changes', () => {
  const text = formatPlanText(plan);
  expect(text).toContain(
    [
      'a.wrapup.yaml',
      '  + create    New One',
      '      on Billing',
      '  ~ update    Text',
      '      description: "" → "new"',
      '  = adopt     Spelling',
      '      name: "SPELLING" → "Spelling"',
      '  > rename    Renamed',
      '      name: "Before" → "Renamed"',
      '  ! blocked   Stuck',
      '      The org has no queue "Nowhere"',
    ].join('\n'),
  );
  expect(text).toContain('Not deployed by this version: 1');
  expect(text).toContain('A push makes 5 changes; 1 entry is blocked.');
  expect(text).toContain('1 for other environments');
  expect(text).toContain(plan.fingerprint);
});

test('a result has one line for an entry that is done, and one for each other outcome', () => {
  const text = formatResultText(resultWith('done', 'unknown'));
  expect(text).toContain(
    [
      'a.wrapup.yaml',
      '  ? unknown       New One: create',
      '      It went wrong.',
      '  ✓ done          New One: on Billing',
      '  ✓ done          Text: update',
    ].join('\n'),
  );
  expect(formatResultText(resultWith('done'))).toContain('  ✓ done          New One: create, on Billing');
});

test('an empty plan says that there is nothing to do', () => {
  const empty = planOf({});
  for (const text of [
    formatPlanText(empty),
    formatPlanMarkdown(empty),
    formatResultText({ plan: empty, results: [] }),
  ]) {
    expect(text).toContain('There is nothing to do: the org is as the files say.');
  }
});

test('JSON has the fields that CI reads, and no diff view', () => {
  const json = JSON.parse(formatPlanJson(plan)) as Record<string, unknown>;
  expect(Object.keys(json)).toEqual([
    'org',
    'environment',
    'fingerprint',
    'asOf',
    'summary',
    'changes',
    'notDeployed',
    'excluded',
  ]);
  expect(Object.keys(json['summary'] as object)).toEqual([
    'create',
    'update',
    'rename',
    'move',
    'adopt',
    'associate',
    'dissociate',
    'delete',
    'queueSettings',
    'outbound',
    'metadata',
    'unchanged',
    'blocked',
  ]);
  expect(json['summary']).toMatchObject({
    create: 1,
    update: 1,
    rename: 1,
    adopt: 1,
    associate: 1,
    blocked: 1,
    unchanged: 1,
  });
  expect(json['notDeployed']).toMatchObject({ counts: { outbound: 1 } });
  expect(json['changes']).toEqual(JSON.parse(JSON.stringify(plan.changes)));
});

test('a result is complete only when everything was seen, and the words follow', () => {
  const done = resultWith('done');
  expect(isComplete(done)).toBe(false);
  expect(formatResultText(done)).toContain('5 done. 1 entry is blocked; the reason says what to change.');
  expect(formatResultText(done)).not.toMatch(/push again/i);
  expect(isComplete({ ...done, results: done.results.filter(({ change }) => change.kind !== 'blocked') })).toBe(true);
  for (const outcome of ['failed', 'unknown', 'not attempted'] as const) {
    const result = resultWith('done', outcome);
    expect(isComplete(result)).toBe(false);
    for (const text of [formatResultText(result), formatResultMarkdown(result)]) {
      expect(text).toContain(`4 done, 1 ${outcome}.`);
      expect(text).toContain(
        outcome === 'failed' ? 'Do what the reasons say, then push again' : 'Push again to finish',
      );
    }
    const blocked = outcome === 'not attempted' ? 2 : 1;
    expect(JSON.parse(formatResultJson(result))).toMatchObject({
      complete: false,
      outcomes: { done: 4, [outcome]: blocked },
    });
  }
});

test('a run that ended early says why', () => {
  const stopped = { ...resultWith('done', 'not attempted'), stopped: 'dev cannot be reached.' };
  expect(isComplete(stopped)).toBe(false);
  expect(formatResultText(stopped)).toContain('Stopped: dev cannot be reached.');
  expect(formatResultMarkdown(stopped)).toContain('**Stopped:** dev cannot be reached.');
});

const HOSTILE =
  'a\u00AD\u001b[31mred\u202Egnp.exe\u2028|`<img src=x onerror=alert(1)>`[x](javascript:1) @team https://evil.example www.evil.example #12 $x$ :tada: *b*';

test('a hostile name cannot move the cursor, break a line or reverse it', () => {
  const text = formatPlanText(planOf({ codes: [{ name: HOSTILE }] }));
  for (const mark of ['\u00AD', '\u001b', '\u202E', '\u2028']) expect(text).not.toContain(mark);
  expect(text).toContain('a\\u{AD}\\u{1B}[31mred\\u{202E}gnp.exe');
});

test('a hostile name is no markup, link, mention or cell in Markdown', () => {
  const text = formatPlanMarkdown(planOf({ codes: [{ name: HOSTILE }] }));
  const row = text.split('\n').find((line) => line.startsWith('| `+`')) ?? '';
  expect(text).not.toMatch(/<img|(?<!\\)\]\(javascript|[^\\]\|`|https:\/\/evil|@team|www\.evil|#12|\$x|:tada/);
  expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
});

test('escaping leaves ordinary text of any language alone and is always one line', () => {
  for (const ordinary of ['Terugbelverzoek', 'Réclamation', 'شكوى', '苦情', 'Emoji 🎉', 'a  b'])
    expect(plain(ordinary)).toBe(ordinary);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      expect(plain(any)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u);
      expect(markdown(any)).not.toMatch(/[<>]|(?<!\\)[|`*_[\]]/);
    }),
  );
});
