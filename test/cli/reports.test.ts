import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckedFile } from '#cli/report/finding.ts';
import { githubReport } from '#cli/report/github.ts';
import { jsonReport } from '#cli/report/json.ts';
import { junitReport } from '#cli/report/junit.ts';
import { sarifReport } from '#cli/report/sarif.ts';
import { textReport } from '#cli/report/text.ts';
import { coloured, plain } from '#cli/style.ts';
import type { Problem } from '#core/check/problem.ts';
import { linesOf } from '#core/text/position.ts';
import { readXml } from '../support/xmlReader.ts';

/** A file with one problem on each text between « and ». */
function marked(path: string, text: string, problem: Partial<Problem> = {}): CheckedFile {
  const parts = text.split(/[«»]/);
  const clean = parts.join('');
  const starts = parts.map((_, index) => parts.slice(0, index).join('').length);
  // Every second part stands between marks.
  const spans = parts.flatMap((part, index) => {
    const start = starts[index] ?? 0;
    return index % 2 === 1 ? [{ start, end: start + part.length }] : [];
  });
  const lines = linesOf(clean);
  const defaults = { code: 'name-too-long', message: 'The name is too long.', severity: 'error', fixes: [] } as const;
  const problems = spans.map((span) => Object.assign({ range: lines.rangeOf(span) }, defaults, problem));
  return { path, text: clean, problems };
}

const anyText = fc
  .string({ unit: 'grapheme' })
  .chain((text) => fc.constantFrom(text, `${text}\n\u0007\u001b[31m\u202e<&>"'%:,]]>`));

const anyFile: fc.Arbitrary<CheckedFile> = fc.record({
  path: anyText.map((name) => `a/${name.replaceAll('/', '')}.wrapup.yaml`),
  text: anyText,
  problems: fc.array(
    fc.record({
      code: fc.constantFrom('name-too-long', 'unknown-field'),
      message: anyText,
      severity: fc.constantFrom('error', 'warning', 'information', 'hint'),
      range: fc.constant({ start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }),
      fixes: fc.constant([]),
    }),
    { maxLength: 3 },
  ),
});

describe('text', () => {
  it('shows the place, the sentence and what is meant on the line', () => {
    const file = marked('a.wrapup.yaml', 'codes:\n  - name: «Very long»  # x\n', {
      fixes: [{ title: 'Shorten it', edits: [] }],
      related: [
        { message: 'first used here', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } } },
      ],
    });
    expect(textReport([file], plain)).toBe(
      [
        'a.wrapup.yaml:2:11 error The name is too long. [name-too-long]',
        '  2 |   - name: Very long  # x',
        '    |           ^^^^^^^^^',
        '  a.wrapup.yaml:1:1 first used here',
        '  fix: Shorten it',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['after a tab', '\tname: «x»', ['  1 |   name: x', '    |         ^']],
    ['after wide and combining characters', '東京 e\u0301: «名»', ['  1 | 東京 e\u0301: 名', '    |         ^^']],
    ['to the end of the line, of a problem that goes on', 'a: «b\nc»', ['  1 | a: b', '    |    ^']],
    ['once, for an empty range', 'a:«»', ['  1 | a:', '    |   ^']],
  ])('points %s', (_, text, lines) => {
    expect(
      textReport([marked('a.yaml', text)], plain)
        .split('\n')
        .slice(1, 3),
    ).toEqual(lines);
  });

  it('shows a window of a very long line', () => {
    const report = textReport([marked('a.yaml', `${'x'.repeat(5000)}«y»${'z'.repeat(5000)}`)], plain);
    const [, line = '', carets = ''] = report.split('\n');
    expect(line.length).toBeLessThan(200);
    expect(line[carets.indexOf('^')]).toBe('y');
  });

  it('colours only where it is asked to', () => {
    expect(textReport([marked('a.yaml', '«x»')], coloured)).toContain('\u001b[31merror\u001b[0m');
  });

  it('lets no control character of a file or a message through', () => {
    fc.assert(
      fc.property(fc.array(anyFile, { maxLength: 2 }), (files) => {
        const report = textReport(files, plain).replaceAll('\n', '');
        return !/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(report);
      }),
    );
  });
});

describe('json', () => {
  it('is the list that docs promise', () => {
    expect(JSON.parse(jsonReport([marked('a.wrapup.yaml', 'x: «y»')]))).toEqual([
      {
        file: 'a.wrapup.yaml',
        code: 'name-too-long',
        severity: 'error',
        message: 'The name is too long.',
        range: { start: { line: 0, character: 3 }, end: { line: 0, character: 4 } },
      },
    ]);
    expect(JSON.parse(jsonReport([marked('a.wrapup.yaml', 'clean')]))).toEqual([]);
  });
});

describe('sarif', () => {
  it('has what code scanning needs: rules, levels, places from 1, related places', () => {
    const file = marked('a b/ü.wrapup.yaml', 'x: «y»', {
      severity: 'information',
      related: [
        {
          message: 'here',
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
          file: 'c.yaml',
        },
      ],
    });
    const region = { startLine: 1, startColumn: 4, endLine: 1, endColumn: 5 };
    expect(JSON.parse(sarifReport([file], '1.2.3'))).toEqual({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'wrapsmith', version: '1.2.3', rules: [{ id: 'name-too-long' }] } },
          columnKind: 'utf16CodeUnits',
          artifacts: [{ location: { uri: 'a%20b/%C3%BC.wrapup.yaml' } }],
          results: [
            {
              ruleId: 'name-too-long',
              ruleIndex: 0,
              level: 'note',
              message: { text: 'The name is too long.' },
              locations: [{ physicalLocation: { artifactLocation: { uri: 'a%20b/%C3%BC.wrapup.yaml' }, region } }],
              relatedLocations: [
                {
                  id: 0,
                  message: { text: 'here' },
                  physicalLocation: {
                    artifactLocation: { uri: 'c.yaml' },
                    region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
                  },
                },
              ],
            },
          ],
        },
      ],
    });
  });
});

describe('junit', () => {
  it('fails a case for each error and warning, and passes the rest', () => {
    const report = readXml(
      junitReport([
        marked('a.yaml', '«x» «y»'),
        marked('b.yaml', '«x»', { severity: 'information' }),
        marked('c.yaml', ''),
      ]),
    );
    expect(report.attributes).toMatchObject({ tests: '4', failures: '2', errors: '0' });
    const cases = report.children.flatMap((suite) => suite.children.map((one) => [suite.attributes['name'], one]));
    expect(cases).toMatchObject([
      ['a.yaml', { attributes: { name: '1:1 name-too-long' }, children: [{ name: 'failure' }] }],
      ['a.yaml', { attributes: { name: '1:3 name-too-long' }, children: [{ name: 'failure' }] }],
      [
        'b.yaml',
        { children: [{ name: 'system-out', text: 'b.yaml:1:1 information name-too-long: The name is too long.' }] },
      ],
      ['c.yaml', { attributes: { name: 'no problems' }, children: [] }],
    ]);
  });

  it('is well-formed whatever the names are', () => {
    fc.assert(
      fc.property(fc.array(anyFile, { maxLength: 3 }), (files) => {
        const report = readXml(junitReport(files));
        expect(report.children.map((suite) => suite.children.length)).toEqual(
          files.map((file) => Math.max(1, file.problems.length)),
        );
      }),
    );
  });
});

describe('github', () => {
  it('is one workflow command a problem', () => {
    expect(githubReport([marked('a,b.yaml', 'x: «y»', { severity: 'warning', message: '50%\nof: it, all' })])).toBe(
      '::warning file=a%2Cb.yaml,line=1,endLine=1,col=4,endColumn=5,title=wrapsmith name-too-long::50%25%0Aof: it, all\n',
    );
  });

  it('stays one line a problem whatever the names are', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const lines = githubReport([file]).split('\n');
        expect(lines).toHaveLength(file.problems.length + 1);
        expect(lines.slice(0, -1).every((line) => /^::(error|warning|notice) file=[^:,]+,line=1,/.test(line))).toBe(
          true,
        );
      }),
    );
  });
});
