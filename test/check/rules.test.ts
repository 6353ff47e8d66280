/** Every rule against the data beside it: exactly the marked problems, and exactly the file its fixes give. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '#core/check/index.ts';
import { rules } from '#core/check/rules/index.ts';
import { readSource } from '#core/text/parse.ts';
import { fixAll } from '../fixtures/apply.ts';
import { contextFor } from '../fixtures/context.ts';
import { actualOf, expectedIn, inOrder, withoutMarkers } from '../fixtures/markers.ts';

/** A thousand codes are no file to read; see queueTooFull.test.ts. */
const withoutData = new Set(['queue-too-full']);

/** A rule has data of a catalog or project, of queries, of survey rules, or of several. */
const cases = rules
  .filter(({ code }) => !withoutData.has(code))
  .flatMap((rule) => {
    const forms = ['', '.query', '.survey'].filter((form) => dataOf(`${rule.code}${form}`) !== undefined);
    return (forms.length === 0 ? [''] : forms).map((form) => ({ ...rule, form, title: `${rule.code}${form}` }));
  });

function dataOf(file: string): string | undefined {
  const path = new URL(`../../core/check/rules/${file}.yaml`, import.meta.url);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function problemsIn(name: string, text: string): ReturnType<typeof inOrder> {
  const source = readSource(name, text);
  return inOrder(check(source, contextFor(text)).map((problem) => actualOf(source, problem)));
}

test('every rule that looks at queries has queries beside it', () => {
  const without = rules.filter(({ code, inQuery }) => inQuery !== undefined && dataOf(`${code}.query`) === undefined);
  expect(without.map(({ code }) => code)).toEqual([]);
});

test('every rule that looks at survey rules has some beside it', () => {
  const without = rules.filter(
    ({ code, inSurvey }) => inSurvey !== undefined && dataOf(`${code}.survey`) === undefined,
  );
  expect(without.map(({ code }) => code)).toEqual([]);
});

describe.each(cases)('$title', ({ code, severity, form }) => {
  const text = dataOf(`${code}${form}`) ?? '';
  const name = `fixture${form === '' ? '.wrapup' : form}.yaml`;

  test('reports exactly what is marked', () => {
    expect(problemsIn(name, text)).toEqual(inOrder(expectedIn(text)));
    expect(expectedIn(text).map((expected) => expected.code)).toContain(code);
  });

  test('has the severity it says, and speaks in sentences', () => {
    const own = check(readSource(name, text), contextFor(text)).filter((problem) => problem.code === code);
    for (const problem of own) {
      expect(problem.severity).toBe(severity);
      expect(problem.message).toMatch(/^[A-Z'].*[.?]$/);
      expect(problem.message).not.toMatch(/undefined|!/);
      expect(problem.fixes.map(({ title }) => title).join()).not.toContain('undefined');
    }
  });

  test('its fixes lead to the file beside it', () => {
    const fixed = dataOf(`${code}.fixed${form}`);
    const before = withoutMarkers(text);
    expect(fixAll(name, before, contextFor(text))).toBe(fixed === undefined ? before : withoutMarkers(fixed));
    if (fixed !== undefined) expect(problemsIn(name, fixed)).toEqual(inOrder(expectedIn(fixed)));
  });

  test('says the same with other line ends', () => {
    const windows = text.replaceAll('\n', '\r\n');
    expect(problemsIn(name, windows)).toEqual(problemsIn(name, text));
    const fixed = fixAll(name, withoutMarkers(windows), contextFor(text));
    expect(fixed.replaceAll('\r\n', '\n')).toBe(fixAll(name, withoutMarkers(text), contextFor(text)));
    expect(fixed).not.toMatch(/[^\r]\n/);
  });
});

test('no two rules share a code', () => {
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
});
