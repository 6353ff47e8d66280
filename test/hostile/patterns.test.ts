/** Patterns of a policy that would stop an engine that goes back, against names as long as they can be. */
import { describe, expect, it } from 'vitest';
import { compilePattern } from '#core/check/pattern.ts';
import { check } from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import { createLiveProject } from '#core/workspace/live/index.ts';
import { openText } from '#core/text/live/index.ts';
import { ENDS } from './ends.ts';

const PATTERNS = [
  '^(a+)+$',
  '^(a|aa)+$',
  '^(a|a?)+$',
  '^(a*)*b',
  '(.*)*(.*)*(.*)*x',
  '^(\\w+\\s?)*$',
  '^([a-z]+)*[A-Z]$',
  '^(?:a?){50}a{50}$',
  '(a{0,30}){0,30}!$',
  '^(((((a*)*)*)*)*)*$',
  '^(.|\\s|\\w|\\b)*\\B\\b$',
];

describe.each(PATTERNS)('%s', (pattern) => {
  it(
    'is matched against ten thousand characters',
    () => {
      const compiled = compilePattern(pattern);
      if ('error' in compiled) expect.fail(compiled.error);
      expect(compiled.pattern.found(`${'a'.repeat(10_000)}\u0001`)).toBe(false);
    },
    ENDS,
  );

  it(
    'is a policy for names of any length',
    () => {
      const project = createLiveProject();
      project.setComplete(true);
      project.put(openText('genesys.yaml', `kind: GenesysProject\npolicy:\n  name:\n    pattern: '${pattern}'\n`));
      const names = [5, 255, 256, 10_000, 1_000_000].map((length, index) => 'a'.repeat(length - 1) + String(index));
      const text = `kind: WrapUpCatalog\ncodes:\n${names.map((name) => `  - name: ${name}\n`).join('')}`;
      project.put(openText('a.wrapup.yaml', text));
      const found = project.problems('a.wrapup.yaml');
      expect(found).toEqual(check(readSource('a.wrapup.yaml', text), project.contextFor('a.wrapup.yaml')));
      // What is too long is told so, and not looked at any further.
      expect(found.filter(({ code }) => code === 'name-too-long').map(({ range }) => range.start.line)).toEqual([
        4, 5, 6,
      ]);
      const refused = found.filter(({ code }) => code === 'policy-name-pattern');
      expect(refused.every(({ range }) => range.start.line < 4)).toBe(true);
    },
    ENDS,
  );
});
