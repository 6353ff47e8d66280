/** A file that is being typed: whatever the last character was, the problems are where the typing is. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check, complete, hoverAt, type Problem } from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import { now } from '../fixtures/context.ts';

const name = 'x.wrapup.yaml';
const problemsOf = (text: string): Problem[] => check(readSource(name, text), { now });

const lead = 'kind: WrapUpCatalog\nqueues: { Voice: {}, Billing: {} }\ncodes:\n';
const before = '  - name: First\n    code: FIRST\n    queues: [Voice]\n';
const typed = `  - name: "Typed"
    code: TYPED
    description: >-
      Some text
    queues:
      - Voice
      - Billing # why
    reportingTags: [a:b, 'c d']
    validFrom: 2026-01-01T00:00:00Z
`;
const after = '  - name: Last\n    queues:\n      - Billing\n';

/** Lines on which problems stand that the entry being typed cannot explain. */
function strangersIn(text: string): string[] {
  const lines = text.split('\n');
  const [from, to] = [lead.split('\n').length - 1 + 3, lines.length - 1 - 3];
  return problemsOf(text)
    .filter(({ code, range }) => code === 'internal-error' || range.start.line < from || range.start.line >= to)
    .map(({ code, range, message }) => `${code} on ${lines[range.start.line]}: ${message}`);
}

test('an entry between two others is typed without a word about them', () => {
  for (let at = 4; at <= typed.length; at++) {
    expect(strangersIn(`${lead}${before}${typed.slice(0, at)}\n${after}`)).toEqual([]);
  }
});

test('a character more or less in an entry says nothing about the others', () => {
  // Not in the first four columns, and no line break there: these decide whether it is an entry at all.
  const starts = [...typed.matchAll(/^ +(?:- )?(?=\S)/gm)].map(
    ({ 0: space, index }) => [index, index + space.length] as const,
  );
  const inText = (at: number): boolean => starts.every(([start, end]) => at < start || at >= end);
  for (let at = 0; at < typed.length; at++) {
    if (!inText(at) || typed[at] === '\n') continue;
    for (const extra of [
      '',
      'x',
      ' ',
      ':',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '#',
      ',',
      '&',
      '*',
      '|',
      '>',
      '!',
      '%',
      '@',
    ]) {
      const text = typed.slice(0, at) + extra + typed.slice(extra === '' ? at + 1 : at);
      expect(strangersIn(`${lead}${before}${text}${after}`)).toEqual([]);
    }
  }
});

test.each([
  ['a word at the start of a line', `${lead}${before}wor\n${after}`, ['missing-colon']],
  ['an entry at the start of a line', `${lead}${before}- name: New\n  code: NEW\n${after}`, ['bad-indent']],
  ['an entry with a space too many', `${lead}${before}   - name: New\n     code: NEW\n${after}`, ['bad-indent']],
  ['an entry without a space behind its dash', `${lead}  -name: New\n${before}${after}`, ['bad-indent']],
  ['a first line commented out', `${lead}  # - name: New\n    code: NEW\n${before}${after}`, ['bad-indent']],
  ['a first key with a space too many', ` ${lead}${before}`, ['bad-indent']],
  ['a key with a space too many', lead.replace('queues', ' queues') + before, ['bad-indent']],
  ['queues that are not closed', lead.replace('{} }', '{}') + before, ['missing-bracket']],
  [
    'a conflict of git',
    `${lead}${before}<<<<<<< HEAD\n  - name: Mine\n=======\n  - name: Theirs\n>>>>>>> other\n${after}`,
    ['merge-conflict'],
  ],
  ['a key of queues in one quote', lead.replace('queues:', '"queues:') + before, ['missing-quote']],
])('%s is one problem', (_what, text, codes) => {
  expect(problemsOf(text).map(({ code }) => code)).toEqual(codes);
});

test('the sample catalog answers at every tenth of its characters', () => {
  const text = readFileSync(new URL('../../examples/support.wrapup.yaml', import.meta.url), 'utf8');
  for (let end = 0; end <= text.length; end += 10) {
    const source = readSource(name, text.slice(0, end));
    const position = source.lines.positionAt(end);
    complete(source, position, { now });
    hoverAt(source, position, { now });
    expect(check(source, { now }).map(({ code }) => code)).not.toContain('internal-error');
  }
});
