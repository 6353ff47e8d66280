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
import { defaultSelection, selected } from '#core/deploy/index.ts';
import { BILLING, HOME, VOICE, catalog, org, orgCode, planOf } from './support.ts';

const plan: Plan = planOf({
  catalogs: [
    catalog(
      [
        { name: 'New One', queues: ['Billing'] },
        { name: 'Text', description: 'new' },
        { name: 'Spelling' },
        { name: 'Renamed', formerly: ['Before'], validThrough: '2026-01-01T00:00:00Z' },
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
  expect(text).toContain('Notes: 1\n  expired: Renamed. It was valid through 2026-01-01T00:00:00Z');
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
    'missingPermissions',
    'changes',
    'notSelected',
    'notes',
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
  expect(json['notSelected']).toEqual([]);
  expect(json['notes']).toMatchObject([{ kind: 'expired', name: 'Renamed', path: 'a.wrapup.yaml' }]);
  expect(json['changes']).toEqual(JSON.parse(JSON.stringify(plan.changes)));
});

/** One change of each kind that is not about a code's own text. */
const wide: Plan = planOf({
  project: {
    kind: 'GenesysProject',
    environments: { dev: { region: 'mypurecloud.ie', metadata: { dataTable: 'Codes' } } },
  },
  catalogs: [
    catalog(
      [
        { name: 'Moved', division: 'Support', queues: ['Support Voice'] },
        { name: 'Retired', state: 'retired' },
        { name: 'Gone', state: 'deleted' },
        { name: 'Dialled', outbound: ['RIGHT_PARTY_CONTACT'] },
      ],
      { queues: { 'Support Voice': {}, Billing: { afterCallWork: { prompt: 'MANDATORY_TIMEOUT', timeout: '30s' } } } },
    ),
  ],
  org: org({
    codes: ['Moved', 'Retired', 'Gone', 'Dialled'].map((name) => orgCode(name, { division: HOME })),
    queueCodes: { [VOICE.id]: ['id-Moved', 'id-Retired', 'id-Gone'], [BILLING.id]: ['id-Retired'] },
    outbound: { version: 1, defaultSet: [], mapping: { 'id-Gone': ['BUSINESS_SUCCESS'] } },
    table: {
      id: 't',
      name: 'Codes',
      columns: { state: 'string' },
      rows: { Moved: { state: 'active' }, Retired: { state: 'active' }, Dialled: { state: 'active' }, Gone: {} },
    },
  }),
  around: {
    catalogs: [],
    unreadable: [],
    mentions: [
      { in: 'rule', path: 'csat.survey.yaml', what: 'rule 4', by: 'either', text: 'Gone' },
      { in: 'query', path: 'v.query.yaml', what: 'query 2', by: 'name', text: 'gone' },
      { in: 'query', path: 'v.query.yaml', what: 'query 1', by: 'code', text: 'Gone' },
    ],
  },
});

test('text shows what each kind of change does, and what points to a code that is deleted', () => {
  const text = formatPlanText(wide);
  expect(text).toContain(
    [
      '  » move      Moved',
      '      division: "Home" → "Support"',
      '  * queueSettings Billing',
      '      OPTIONAL → MANDATORY_TIMEOUT, 30 s',
      '  % outbound  Dialled',
      '      no entry → [RIGHT_PARTY_CONTACT]',
      '  # metadata  Retired',
      '      row "Retired" of "Codes": state: "active" → "retired"',
      '  o dissociate Retired',
      '      off Support Voice, Billing',
      '  # metadata  Gone',
      '      row "Gone" of "Codes": removed',
      '  o dissociate Gone',
      '      off Support Voice',
      '  - delete    Gone',
      '      on the queues: Support Voice',
      '      outbound mapping, which stays behind: [BUSINESS_SUCCESS]',
      '      named by survey rules: csat.survey.yaml, rule 4',
      '      named by queries: v.query.yaml, query 2',
    ].join('\n'),
  );
});

test('what is not selected is listed as such, in every format', () => {
  const plan = selected(wide, defaultSelection(wide));
  expect(formatPlanText(plan)).toContain('Not selected, so not pushed: 7\n  * queueSettings Billing.');
  expect(formatPlanText(plan)).toContain('A push makes 2 changes. 7 changes are not selected.');
  expect(formatPlanMarkdown(plan)).toContain('### Not selected: 7');
  expect(JSON.parse(formatPlanJson(plan))).toMatchObject({
    summary: { move: 1, metadata: 1, dissociate: 0, delete: 0 },
    notSelected: expect.arrayContaining([expect.objectContaining({ kind: 'delete' })]) as unknown,
  });
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
