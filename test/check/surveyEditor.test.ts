/** Completion, hover and outline of survey rules. `|` is the cursor. */
import { describe, expect, test } from 'vitest';
import {
  complete,
  foldingOf,
  hoverAt,
  symbolsOf,
  type CheckContext,
  type CompletionItem,
  type OutlineSymbol,
} from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import type { SourceFile } from '#core/text/tree.ts';
import { now, sharedCodes } from '../fixtures/context.ts';

const context: CheckContext = {
  now,
  catalogs: [...sharedCodes(), { name: 'Old Code', code: 'OLD', tags: [], formerly: [], state: 'retired' }],
};

const head = `kind: SurveyRules
conversationId: id
fields:
  nps: { from: nps_score, type: integer, min: 0, max: 3 }
  score: { type: number }
  issue: { type: string, upper: true }
  channel: { type: string, values: [web, voice] }
  vip: { type: boolean }
`;
const rules = `rules:
  - { when: { nps: { lte: 1 } }, assign: ESC_TECH }
  - { when: { any: [{ issue: [OUTAGE, DELAY] }, { nps: missing }] }, assign: Issue Resolved }
otherwise: none
tests:
  - { given: { nps: 1 }, expect: ESC_TECH }
  - { given: { nps: 0, vip: true }, expect: ESC_TECH }
  - { given: {}, expect: RESOLVED }
`;

function at<R>(marked: string, look: (source: SourceFile, offset: number) => R): R {
  return look(readSource('x.survey.yaml', marked.replace('|', '')), marked.indexOf('|'));
}

function items(marked: string): readonly CompletionItem[] {
  return at(marked, (source, offset) => complete(source, source.lines.positionAt(offset), context));
}

const labels = (marked: string): readonly string[] => items(marked).map(({ label }) => label);

describe('completion', () => {
  test('offers codes where one is named: the key first, the name beside it, none that is out of use', () => {
    const found = items(`${head}rules:\n  - { when: { nps: 1 }, assign: | }\n`);
    expect(found.map(({ label, detail }) => [label, detail])).toEqual([
      ['RESOLVED', 'Issue Resolved'],
      ['ESC_TECH', 'Escalated - Technical'],
      ['SOLD', 'Sold'],
    ]);
    expect(labels(`${head}otherwise: |\n`)).toEqual(['RESOLVED', 'ESC_TECH', 'SOLD', 'none']);
    expect(labels(`${head}tests:\n  - { given: {}, expect: | }\n`)).toContain('none');
  });

  test.each([
    ['a condition', 'rules:\n  - { when: { nps: 1, | }, assign: A }\n'],
    ['a condition over several lines', 'rules:\n  - when:\n      nps: 1\n      |\n    assign: A\n'],
    ['a condition in another', 'rules:\n  - { when: { any: [{ nps: 1, | }] }, assign: A }\n'],
  ])('offers the fields that are not named yet in %s, and then `any` and `all`', (_where, marked) => {
    expect(labels(head + marked)).toEqual(['score', 'issue', 'channel', 'vip', 'any', 'all']);
  });

  test('offers fields in what a test gives, and what each may be', () => {
    expect(labels(`${head}tests:\n  - { given: { nps: 1, | }, expect: A }\n`)).toEqual([
      'score',
      'issue',
      'channel',
      'vip',
    ]);
    expect(items(`${head}tests:\n  - { given: { | }, expect: A }\n`)[0]?.detail).toBe(
      'a whole number, at least 0 and at most 3',
    );
  });

  test.each([
    ['nps: |', ['0', '1', '2', '3', 'missing', 'exists']],
    ['vip: |', ['true', 'false', 'missing', 'exists']],
    ['channel: |', ['web', 'voice', 'missing', 'exists']],
  ])('offers the values of a field behind %s', (typed, expected) => {
    const found = labels(`${head}rules:\n  - { when: { ${typed} }, assign: A }\n`);
    expect(found.slice(0, expected.length)).toEqual(expected);
  });

  test('offers the texts that other rules ask for', () => {
    expect(labels(`${head}${rules.replace('{ nps: { lte: 1 } }', '{ issue: | }')}`)).toEqual(
      expect.arrayContaining(['OUTAGE', 'DELAY']),
    );
  });

  test('offers operators for numbers only', () => {
    const range = (field: string): readonly string[] =>
      labels(`${head}rules:\n  - { when: { ${field}: { | } }, assign: A }\n`);
    expect(range('score')).toEqual(['lt', 'lte', 'gt', 'gte']);
    expect(range('issue')).toEqual([]);
    expect(range('vip')).toEqual([]);
  });

  test('offers the words `missing` and `exists` neither in a list nor in a test', () => {
    expect(labels(`${head}rules:\n  - { when: { nps: [|] }, assign: A }\n`)).toEqual(['0', '1', '2', '3']);
    expect(labels(`${head}tests:\n  - { given: { vip: | }, expect: A }\n`)).toEqual(['true', 'false']);
  });

  test('offers what a survey of the org holds', () => {
    const org = head.replace('conversationId: id', 'responses: { org: { status: [Finished] } }');
    expect(labels(org.replace('from: nps_score', 'from: |'))).toEqual(['nps', 'totalScore']);
    expect(labels(org.replace('[Finished]', '[|]'))).toContain('OptOut');
  });

  test('begins an empty file, a rule, a test and a field', () => {
    expect(labels('|')).toEqual(['survey rules']);
    expect(labels(`${head}rules:\n  - |\n`)[0]).toBe('new rule');
    expect(labels(`${head}tests:\n  - |\n`)[0]).toBe('new test');
    expect(labels(head.replace('  nps:', '  |\n  nps:'))).toContain('number field');
  });
});

function hover(marked: string): string | undefined {
  return at(marked, (source, offset) => hoverAt(source, source.lines.positionAt(offset), context)?.contents);
}

describe('hover', () => {
  test('says a rule in words, and how many tests end at it', () => {
    expect(hover(head + rules.replace('{ when: { nps: {', '{ w|hen: { nps: {'))).toBe(
      '**Rule 1 of 2**\n\nWhere nps is at most 1, the code is **ESC\\_TECH** (Escalated - Technical).\n\n2 of 3 tests end at this rule.',
    );
    expect(hover(head + rules.replace('assign: Issue', 'ass|ign: Issue'))).toContain(
      'Where issue is OUTAGE or DELAY or nps is missing, the code is **Issue Resolved**.',
    );
  });

  test('does not count tests while a rule is half-typed', () => {
    const broken = rules.replace('assign: Issue Resolved', 'assign:');
    expect(hover(head + broken.replace('{ when: { nps: {', '{ w|hen: { nps: {'))).not.toContain('test');
  });

  test('says what a code is, and that `none` is none', () => {
    const about = hover(head + rules.replace('assign: ESC_TECH', 'assign: ESC_|TECH'));
    expect(about).toContain('Escalated - Technical');
    expect(about).toContain('- Category: support / escalation');
    expect(hover(head + rules.replace('otherwise: none', 'otherwise: no|ne'))).toContain('No code');
  });

  test('says what a field may hold, where it is declared, asked for and given', () => {
    const words = '**nps**\n\nA whole number, at least 0 and at most 3. Read from nps\\_score.';
    expect(hover(head.replace('  nps:', '  np|s:') + rules)).toBe(words);
    expect(hover(head + rules.replace('when: { nps', 'when: { n|ps'))).toBe(words);
    expect(hover(head + rules.replace('given: { nps', 'given: { n|ps'))).toBe(words);
  });

  test('says of other keys what the format says', () => {
    expect(hover(head.replace('conversationId', 'conversa|tionId'))).toContain("holds the conversation's id");
    expect(hover(head + rules.replace('{ lte: 1', '{ l|te: 1'))).toContain('At most');
  });
});

test('the outline holds fields, rules with what they ask, and tests with what they expect', () => {
  const shown = ({ name, detail, kind, children }: OutlineSymbol): unknown => [
    kind,
    name,
    detail,
    ...(children.length === 0 ? [] : [children.map(shown)]),
  ];
  const outline = symbolsOf(readSource('x.survey.yaml', head + rules)).map(shown);
  expect(outline.slice(2, 3)).toEqual([
    [
      'group',
      'fields',
      undefined,
      [
        ['field', 'nps', 'integer'],
        ['field', 'score', 'number'],
        ['field', 'issue', 'string'],
        ['field', 'channel', 'string'],
        ['field', 'vip', 'boolean'],
      ],
    ],
  ]);
  expect(outline.slice(3)).toEqual([
    [
      'group',
      'rules',
      '2 rules',
      [
        ['rule', '1. ESC_TECH', 'nps is at most 1'],
        ['rule', '2. Issue Resolved', 'issue is OUTAGE or DELAY or nps is missing'],
      ],
    ],
    ['field', 'otherwise', 'none'],
    [
      'group',
      'tests',
      '3 tests',
      [
        ['test', 'nps: 1', 'ESC_TECH'],
        ['test', 'nps: 0, vip: true', 'ESC_TECH'],
        ['test', 'nothing', 'RESOLVED'],
      ],
    ],
  ]);
});

test('fields, rules and tests can be folded', () => {
  const folds = foldingOf(readSource('x.survey.yaml', head + rules));
  expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
    [2, 7],
    [8, 10],
    [12, 15],
  ]);
});
