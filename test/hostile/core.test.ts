/** Whatever a text is, reading and checking it ends, and ends with plain problems. */
import { describe, expect, it } from 'vitest';
import { check } from '#core/check/index.ts';
import type { Problem } from '#core/check/problem.ts';
import { type LiveText, openText, type TextChange } from '#core/text/live/index.ts';
import { createLiveProject } from '#core/workspace/live/index.ts';
import { readSource } from '#core/text/parse.ts';
import { ENDS } from './ends.ts';
import { trickyTexts } from './texts.ts';

const NAMES = ['a.wrapup.yaml', 'a.query.yaml', 'a.survey.yaml', 'genesys.yaml'];
const texts = Object.entries(trickyTexts).map(([title, make]) => ({ title, text: make() }));

describe.each(texts)('$title', ({ text }) => {
  it.each(NAMES)(
    'is read and checked as %s, also when it is edited, as a fresh file is',
    (name) => {
      const live = openText(name, text);
      const project = createLiveProject();
      project.setComplete(true);
      project.put(live);
      expectProblems(project.problems(name), live);
      for (const change of typedAndDeleted(live)) {
        project.changed(name, live.change([change]));
        expectProblems(project.problems(name), live);
      }
      const now = live.text();
      expect(now).toBe(text);
      const fresh = check(readSource(name, now), project.contextFor(name));
      expect(project.problems(name).length).toBe(fresh.length);
      expect(project.problems(name).slice(0, 300)).toEqual(fresh.slice(0, 300));
      project.remove(name);
      expect(project.names()).toEqual([]);
    },
    ENDS,
  );
});

/** A character in the middle, and away with it again. */
function typedAndDeleted({ lineCount }: LiveText): readonly TextChange[] {
  const start = { line: Math.floor(lineCount / 2), character: 0 };
  return [
    { range: { start, end: start }, text: 'x' },
    { range: { start, end: { ...start, character: 1 } }, text: '' },
  ];
}

function expectProblems(problems: readonly Problem[], { lineCount }: LiveText): void {
  for (const { message, range } of problems) {
    if (message === '' || range.start.line < 0 || range.end.line >= lineCount) {
      expect.fail(`A problem stands outside of the file: ${message} ${JSON.stringify(range)}`);
    }
  }
}
