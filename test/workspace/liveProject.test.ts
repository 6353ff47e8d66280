/** What a user notices of a project that is kept up to date. */
import { expect, test } from 'vitest';
import { check } from '#core/check/index.ts';
import { openText } from '#core/text/live/index.ts';
import { readSource } from '#core/text/parse.ts';
import { createLiveProject, type LiveProject } from '#core/workspace/live/index.ts';
import { now } from '../fixtures/context.ts';

function open(files: Readonly<Record<string, string>>): LiveProject {
  const live = createLiveProject();
  live.setNow(now);
  for (const [name, text] of Object.entries(files)) live.put(openText(name, text));
  return live;
}

/** Writes over a line of a file. */
function writeLine(live: LiveProject, name: string, line: number, text: string): void {
  const file = live.text(name);
  const end = { line: line + 1, character: 0 };
  if (file) live.changed(name, file.change([{ range: { start: { line, character: 0 }, end }, text: `${text}\n` }]));
}

function codesIn(live: LiveProject, name: string): readonly string[] {
  return live.problems(name).map(({ code }) => code);
}

const project = { 'genesys.yaml': 'kind: GenesysProject\n' };
const catalog = (body: string): string => `kind: WrapUpCatalog\n${body}`;

test('a name that two files share is told in both, until one is changed', () => {
  const live = open({
    ...project,
    'a.wrapup.yaml': catalog('codes:\n  - name: Refund\n  - name: Other\n'),
    'b.wrapup.yaml': catalog('codes:\n  - name: Refund\n'),
  });
  expect(codesIn(live, 'a.wrapup.yaml')).toEqual(['duplicate-name']);
  expect(codesIn(live, 'b.wrapup.yaml')).toEqual(['duplicate-name']);
  live.takeStale();
  writeLine(live, 'b.wrapup.yaml', 2, '  - name: Refunds');
  expect(live.takeStale()).toEqual(['a.wrapup.yaml', 'b.wrapup.yaml']);
  expect(codesIn(live, 'a.wrapup.yaml')).toEqual([]);
  expect(codesIn(live, 'b.wrapup.yaml')).toEqual([]);
});

test('a file that is checked while it is read sees names further down, and is a whole where its end has no layout', () => {
  const end = '  - name: Refund\n';
  const live = open(project);
  live.putChecked(openText('a.wrapup.yaml', catalog(`codes:\n${end}  - name: Other\n${end}`)));
  expect(codesIn(live, 'a.wrapup.yaml')).toEqual(['duplicate-name', 'duplicate-name']);
  const torn = catalog(`codes:\n${end}  - &x\n    name: Other\n  - name: *x\n${end}`);
  live.putChecked(openText('a.wrapup.yaml', torn));
  expect(live.problems('a.wrapup.yaml')).toEqual(
    check(readSource('a.wrapup.yaml', torn), live.contextFor('a.wrapup.yaml')),
  );
  live.remove('a.wrapup.yaml');
  live.put(openText('b.wrapup.yaml', catalog(`codes:\n${end}`)));
  expect(codesIn(live, 'b.wrapup.yaml')).toEqual([]);
});

test('files without a genesys.yaml are alone', () => {
  const files = {
    'a.wrapup.yaml': catalog('codes:\n  - name: One\n'),
    'b.wrapup.yaml': catalog('codes:\n  - name: One\n'),
  };
  const live = open(files);
  expect(codesIn(live, 'a.wrapup.yaml')).toEqual([]);
  live.put(openText('genesys.yaml', project['genesys.yaml']));
  expect(codesIn(live, 'a.wrapup.yaml')).toEqual(['duplicate-name']);
  live.remove('genesys.yaml');
  expect(codesIn(live, 'a.wrapup.yaml')).toEqual([]);
});

test('a description that is typed has no other file looked at again, and no other code', () => {
  const live = open({
    ...project,
    'a.wrapup.yaml': catalog('codes:\n  - { name: Café }\n  - name: One\n    description: Text\n'),
    'b.wrapup.yaml': catalog('codes:\n  - name: Two\n'),
    'q.query.yaml': 'kind: ConversationDetails\ninterval: today\nwhere:\n  wrapUpCode: [One]\n',
  });
  for (const name of live.names()) live.problems(name);
  const [before] = live.problems('a.wrapup.yaml');
  live.takeStale();
  writeLine(live, 'a.wrapup.yaml', 4, '    description: Texts');
  expect(live.takeStale()).toEqual(['a.wrapup.yaml']);
  expect(live.problems('a.wrapup.yaml')[0]).toBe(before);
});

test('a code that is renamed is missing in the query that names it', () => {
  const live = open({
    ...project,
    'a.wrapup.yaml': catalog('codes:\n  - name: One\n  - name: Three\n'),
    'q.query.yaml': 'kind: ConversationDetails\ninterval: today\nwhere:\n  wrapUpCode: [One]\n',
  });
  expect(codesIn(live, 'q.query.yaml')).toEqual([]);
  live.takeStale();
  writeLine(live, 'a.wrapup.yaml', 2, '  - name: Two');
  expect(live.takeStale()).toContain('q.query.yaml');
  expect(codesIn(live, 'q.query.yaml')).toEqual(['unknown-code']);
  live.setComplete(false);
  expect(codesIn(live, 'q.query.yaml')).toEqual([]);
});

test('lines that move in one file move the places that others point to', () => {
  const live = open({
    ...project,
    'a.wrapup.yaml': catalog('codes:\n  - name: One\n'),
    'b.wrapup.yaml': catalog('codes:\n  - name: Zero\n  - name: One\n'),
  });
  const placeOf = (): unknown => live.problems('a.wrapup.yaml')[0]?.related?.[0]?.range.start.line;
  expect(placeOf()).toBe(3);
  live.takeStale();
  writeLine(live, 'b.wrapup.yaml', 2, '  - name: Zero\n    code: ZERO');
  expect(live.takeStale()).toContain('a.wrapup.yaml');
  expect(placeOf()).toBe(4);
});

test('a moment that passes is noticed when it has passed', () => {
  const live = open({
    ...project,
    'a.wrapup.yaml': catalog('codes:\n  - { name: One, validThrough: 2026-11-20T12:00:30Z }\n'),
  });
  expect(codesIn(live, 'a.wrapup.yaml')).toEqual([]);
  live.takeStale();
  live.setNow(now + 30_000);
  expect(live.takeStale()).toEqual([]);
  live.setNow(now + 30_001);
  expect(live.takeStale()).toEqual(['a.wrapup.yaml']);
  expect(codesIn(live, 'a.wrapup.yaml')).toEqual(['code-expired']);
});

test('a queue fills up and empties over all files of the project', () => {
  const codes = (from: number, count: number): string =>
    Array.from({ length: count }, (_, at) => `  - { name: Code ${from + at}, queues: [Billing] }\n`).join('');
  const files = {
    ...project,
    'a.wrapup.yaml': catalog(`codes:\n${codes(0, 600)}`),
    'b.wrapup.yaml': catalog(`queues: { Billing: {} }\ncodes:\n${codes(600, 400)}  - name: Last\n`),
  };
  const live = open(files);
  const expected = (name: string): unknown =>
    check(readSource(name, live.text(name)?.text() ?? ''), live.contextFor(name));
  expect(codesIn(live, 'b.wrapup.yaml')).toEqual([]);
  writeLine(live, 'b.wrapup.yaml', 403, '  - { name: Last, queues: [billing] }');
  expect(codesIn(live, 'b.wrapup.yaml')).toEqual(['queue-too-full']);
  for (const name of live.names()) expect(live.problems(name)).toEqual(expected(name));
  writeLine(live, 'a.wrapup.yaml', 2, '  - { name: Code 0, queues: [Billing], state: retired }');
  expect(codesIn(live, 'b.wrapup.yaml')).toEqual([]);
  writeLine(live, 'b.wrapup.yaml', 1, 'defaults: { queues: [Billing] }');
  writeLine(live, 'a.wrapup.yaml', 2, '  - { name: Code 0, queues: [Billing] }');
  expect(codesIn(live, 'b.wrapup.yaml')).toContain('queue-too-full');
  for (const name of live.names()) expect(live.problems(name)).toEqual(expected(name));
});

test('what stands in the head is pointed to where it stands after an edit above it', () => {
  const live = open({
    ...project,
    'a.wrapup.yaml': catalog(
      '# note\nqueues: { Billing: { afterCallWork: { prompt: OPTIONAL } } }\ncodes:\n  - { name: One, queues: [Billing], mandatory: true }\n  - name: Two\n',
    ),
  });
  expect(codesIn(live, 'a.wrapup.yaml')).toEqual(['mandatory-not-asked']);
  writeLine(live, 'a.wrapup.yaml', 1, '# a longer note');
  expect(live.problems('a.wrapup.yaml')).toEqual(
    check(readSource('a.wrapup.yaml', live.text('a.wrapup.yaml')?.text() ?? ''), live.contextFor('a.wrapup.yaml')),
  );
});

test('an entry that is moved within one change moves what others say of those between', () => {
  const live = open({
    ...project,
    'a.wrapup.yaml': catalog('codes:\n  - name: Refund\n'),
    'b.wrapup.yaml': catalog('codes:\n  - name: Refund\n  - name: Other\n'),
  });
  const placeOf = (): unknown => live.problems('a.wrapup.yaml')[0]?.related?.[0]?.range.start.line;
  expect(placeOf()).toBe(2);
  live.takeStale();
  const b = live.text('b.wrapup.yaml') ?? expect.unreachable('it was put');
  const at = (line: number) => ({ line, character: 0 });
  const touched = b.change([
    { range: { start: at(3), end: at(4) }, text: '' },
    { range: { start: at(2), end: at(2) }, text: '  - name: Other\n' },
  ]);
  live.changed('b.wrapup.yaml', touched);
  expect(live.takeStale()).toContain('a.wrapup.yaml');
  expect(placeOf()).toBe(3);
});
