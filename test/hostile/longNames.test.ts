/** Names of any length are spoken of by their beginning: no message, hover or outline is as long as they are. */
import { describe, expect, it } from 'vitest';
import { check } from '#core/check/index.ts';
import type { Problem } from '#core/check/problem.ts';
import { openText } from '#core/text/live/index.ts';
import { readSource } from '#core/text/parse.ts';
import { createLiveProject } from '#core/workspace/live/index.ts';
import { ENDS } from './ends.ts';
import { close, FOLDER, look, nextDiagnostics, open } from './hostileServer.ts';

const HEAD = 'kind: WrapUpCatalog\n';
/** What people read of a problem, of a hover, or of an outline. */
const READABLE = 10_000;
const SIZE = 1_000_000;
const long = 'k'.repeat(SIZE);

const texts: Readonly<Record<string, string>> = {
  'a kind': `kind: ${long}\n`,
  'a field of the catalog': `${HEAD}${long}: x\n`,
  'a field of a code': `${HEAD}codes:\n  - name: A\n    ${long}: x\n`,
  'a naming policy': `${HEAD}naming: ${long}\n`,
  'a tag': `${HEAD}codes: !${long} x\n`,
  'an alias': `${HEAD}codes: *${long}\n`,
  'a state': `${HEAD}codes:\n  - name: A\n    state: ${long}\n`,
  'a queue': `${HEAD}queues: { A: {} }\ncodes:\n  - name: A\n    queues: [${long}]\n`,
  'a category': `${HEAD}categories: { A: [B] }\ncodes:\n  - name: A\n    category: ${long}\n    subcategory: ${long}\n`,
  'names that are the same': `${HEAD}codes:\n  - name: ${long}\n  - name: ${long}\n`,
  'a name in quotes': `${HEAD}codes:\n  - name: "${long}"\n    code: "${long}"\n`,
  'a name with backticks': `${HEAD}codes:\n  - name: A\n    state: ${'k`'.repeat(SIZE / 2)}\n`,
};

describe.each(Object.entries(texts))('a megabyte in %s', (_, text) => {
  it(
    'leaves problems short, live as in a whole check',
    () => {
      const name = 'a.wrapup.yaml';
      const project = createLiveProject();
      project.setComplete(true);
      project.put(openText(name, text));
      const found = project.problems(name);
      expect(found.flatMap(wordsOf).filter((words) => words.length > READABLE)).toEqual([]);
      expect(found).toEqual(check(readSource(name, text), project.contextFor(name)));
    },
    ENDS,
  );

  it(
    'leaves what a server says short',
    async () => {
      const uri = `${FOLDER}/a.wrapup.yaml`;
      const found = nextDiagnostics(uri);
      await open(uri, text);
      expect(JSON.stringify(await found).length).toBeLessThan(READABLE);
      const [, hover, outline] = await look(uri, 2, 12);
      expect(JSON.stringify([hover, outline]).length).toBeLessThan(READABLE);
      await close(uri);
    },
    ENDS,
  );
});

function wordsOf({ message, fixes, related = [] }: Problem): readonly string[] {
  return [message, ...fixes.map(({ title }) => title), ...related.map((other) => other.message)];
}
