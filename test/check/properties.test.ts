/** What must hold for every file, not only for those we thought of. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check, complete, foldingOf, hoverAt, symbolsOf, type Problem } from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import { isClean, readCatalogs } from '#core/workspace/index.ts';
import { applyFix } from '../fixtures/apply.ts';
import { brokenCatalogs, oneMistake, torn } from '../fixtures/broken.ts';
import { now } from '../fixtures/context.ts';

const name = 'x.wrapup.yaml';
const context = {
  now,
  project: { kind: 'GenesysProject' as const, environments: { dev: { region: 'mypurecloud.ie' as const } } },
};
const problemsOf = (text: string): Problem[] => check(readSource(name, text), context);
const errorsIn = (problems: readonly Problem[]): number =>
  problems.filter(({ severity }) => severity === 'error').length;

test('no rule fails, and no range leaves the text', () => {
  fc.assert(
    fc.property(torn(brokenCatalogs), (text) => {
      const source = readSource(name, text);
      for (const { code, range, fixes } of check(source, context)) {
        expect(code).not.toBe('internal-error');
        expect(
          source.lines.rangeOf({ start: source.lines.offsetAt(range.start), end: source.lines.offsetAt(range.end) }),
        ).toEqual(range);
        for (const fix of fixes) applyFix(source, fix);
      }
    }),
    { numRuns: 200 },
  );
});

function leaves(problem: Problem, before: readonly Problem[], after: readonly Problem[]): boolean {
  const same = (list: readonly Problem[]): number =>
    list.filter(({ code, message }) => code === problem.code && message === problem.message).length;
  return same(after) < same(before);
}

test('a fix takes its problem away and brings no error', () => {
  fc.assert(
    fc.property(oneMistake, (text) => {
      const source = readSource(name, text);
      const before = check(source, context);
      for (const problem of before) {
        for (const fix of problem.fixes) {
          const after = problemsOf(applyFix(source, fix));
          const result = {
            fix: fix.title,
            gone: leaves(problem, before, after),
            worse: errorsIn(after) > errorsIn(before),
          };
          expect(result).toEqual({ fix: fix.title, gone: true, worse: false });
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('among other mistakes a fix still takes its problem away, and never breaks the YAML', () => {
  fc.assert(
    fc.property(brokenCatalogs, (text) => {
      const source = readSource(name, text);
      const before = check(source, context);
      for (const problem of before) {
        for (const fix of problem.fixes) {
          const fixed = readSource(name, applyFix(source, fix));
          expect({ fix: fix.title, gone: leaves(problem, before, check(fixed, context)) }).toEqual({
            fix: fix.title,
            gone: true,
          });
          expect(fixed.problems.length).toBeLessThanOrEqual(source.problems.length);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('line ends make no difference', () => {
  fc.assert(
    fc.property(brokenCatalogs, (text) => {
      const plain = (list: readonly Problem[]): unknown =>
        list.map(({ code, message, range }) => ({ code, message, range }));
      expect(plain(problemsOf(text.replaceAll('\n', '\r\n')))).toEqual(plain(problemsOf(text)));
    }),
    { numRuns: 150 },
  );
});

test('a file without errors gives its data, and one that breaks the schema never does', () => {
  fc.assert(
    fc.property(brokenCatalogs, (text) => {
      const source = readSource(name, text);
      if (isClean(source, context)) expect(readCatalogs(source)).toHaveLength(1);
      if (readCatalogs(source).length === 0) expect(isClean(source, context)).toBe(false);
    }),
    { numRuns: 150 },
  );
});

test('completion, hover, outline and folding answer everywhere', () => {
  fc.assert(
    fc.property(torn(brokenCatalogs), fc.nat(), (text, at) => {
      const source = readSource(name, text);
      const position = source.lines.positionAt(at % (text.length + 1));
      for (const { range } of complete(source, position, context))
        expect(source.lines.offsetAt(range.start)).toBeLessThanOrEqual(source.lines.offsetAt(range.end));
      hoverAt(source, position, context);
      for (const { startLine, endLine } of foldingOf(source)) expect(endLine).toBeGreaterThan(startLine);
      symbolsOf(source);
    }),
    { numRuns: 200 },
  );
});
