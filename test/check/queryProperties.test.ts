/** What must hold for every query file, not only for those we thought of. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  check,
  type CheckContext,
  complete,
  foldingOf,
  hoverAt,
  inlaysOf,
  lensesOf,
  type Problem,
  symbolsOf,
} from '#core/check/index.ts';
import { compileQuery } from '#core/query/compile/index.ts';
import { readSource } from '#core/text/parse.ts';
import { readQueries } from '#core/workspace/index.ts';
import { applyFix } from '../fixtures/apply.ts';
import { torn } from '../fixtures/broken.ts';
import { brokenJson, brokenQueries } from '../fixtures/brokenQueries.ts';
import { northwind, now, sharedCodes } from '../fixtures/context.ts';

const context = { now, catalogs: sharedCodes(), org: northwind, queueNames: ['Billing'] } satisfies CheckContext;
const yaml = 'x.query.yaml';
const json = 'x.query.json';

function isGone(problem: Problem, before: readonly Problem[], after: readonly Problem[]): boolean {
  const same = (list: readonly Problem[]): number =>
    list.filter(({ code, message }) => code === problem.code && message === problem.message).length;
  return same(after) < same(before);
}

test('no rule fails, no range leaves the text, and everything answers everywhere', () => {
  fc.assert(
    fc.property(torn(fc.oneof(brokenQueries, brokenJson)), fc.nat(), (text, at) => {
      const source = readSource(yaml, text);
      for (const { code, range, fixes } of check(source, context)) {
        expect(code).not.toBe('internal-error');
        const span = { start: source.lines.offsetAt(range.start), end: source.lines.offsetAt(range.end) };
        expect(source.lines.rangeOf(span)).toEqual(range);
        for (const fix of fixes) applyFix(source, fix);
      }
      const position = source.lines.positionAt(at % (text.length + 1));
      complete(source, position, context);
      hoverAt(source, position, context);
      symbolsOf(source);
      foldingOf(source);
      inlaysOf(source, context);
      lensesOf(source);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['YAML', yaml, brokenQueries],
  ['JSON', json, brokenJson],
])('a fix takes its problem away, and never breaks the %s', (_what, name, texts) => {
  fc.assert(
    fc.property(texts, (text) => {
      const source = readSource(name, text);
      const before = check(source, context);
      for (const problem of before) {
        for (const fix of problem.fixes) {
          const fixed = applyFix(source, fix);
          const after = readSource(name, fixed);
          const what = { fix: fix.title, code: problem.code };
          expect({ ...what, gone: isGone(problem, before, check(after, context)), fixed }).toMatchObject({
            ...what,
            gone: true,
          });
          expect({ ...what, broken: after.problems }).toEqual({ ...what, broken: [] });
          if (name === json) expect(() => JSON.parse(fixed)).not.toThrow();
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('line ends make no difference', () => {
  fc.assert(
    fc.property(brokenQueries, (text) => {
      const plain = (content: string): unknown =>
        check(readSource(yaml, content), context).map(({ code, message, range }) => ({ code, message, range }));
      expect(plain(text.replaceAll('\n', '\r\n'))).toEqual(plain(text));
    }),
    { numRuns: 40 },
  );
});

test('a query without errors can be sent', () => {
  fc.assert(
    fc.property(brokenQueries, (text) => {
      const source = readSource(yaml, text);
      const problems = check(source, context);
      if (problems.some(({ severity }) => severity === 'error')) return;
      for (const query of readQueries(source)) expect(compileQuery(query, context)).toMatchObject({ ok: true });
    }),
    { numRuns: 300 },
  );
});

test('a query without errors gives its data', () => {
  fc.assert(
    fc.property(brokenQueries, (text) => {
      const source = readSource(yaml, text);
      const isClean = check(source, context).every(({ severity }) => severity !== 'error');
      if (isClean) expect(readQueries(source)).toHaveLength(source.documents.length);
    }),
    { numRuns: 60 },
  );
});
