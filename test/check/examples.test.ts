/** The sample workspace: clean where it should be, and broken exactly where it says so. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check, type Problem } from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import type { SourceFile } from '#core/text/tree.ts';
import { catalogCodes, elsewhereIn, readCatalogs, readProject } from '#core/workspace/index.ts';
import { now } from '../fixtures/context.ts';
import { actualOf, expectedIn, inOrder } from '../fixtures/markers.ts';

const folder = new URL('../../examples/', import.meta.url);
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml'));
const sources = new Map(paths.map((path) => [path, readSource(path, readFileSync(new URL(path, folder), 'utf8'))]));

/** The broken files have a project of their own, so that the sound ones can be planned and queried together. */
const isBroken = (path: string): boolean => path.startsWith('broken/') && path !== 'broken/genesys.yaml';
const projectOf = (inBroken: boolean) => {
  const files = [...sources].filter(([path]) => path.startsWith('broken/') === inBroken).map(([, source]) => source);
  const project = readProject(sourceOf(inBroken ? 'broken/genesys.yaml' : 'genesys.yaml'));
  const read = files.map(readCatalogs);
  const isWhole = files.every((source, index) => !source.name.includes('.wrapup.') || (read[index]?.length ?? 0) > 0);
  const catalogs = isWhole ? catalogCodes(read.flat(), project) : undefined;
  return {
    project,
    elsewhere: elsewhereIn(files.filter(({ name }) => name.includes('.wrapup.'))),
    ...(catalogs && { catalogs }),
  };
};
const sound = projectOf(false);
const broken = projectOf(true);

function sourceOf(path: string): SourceFile {
  const source = sources.get(path);
  if (source === undefined) throw new Error(`There is no ${path}.`);
  return source;
}

function problemsOf(source: SourceFile): Problem[] {
  const { project, elsewhere, catalogs } = source.name.startsWith('broken/') ? broken : sound;
  return check(source, {
    now,
    ...(project && { project }),
    ...(catalogs && { catalogs }),
    elsewhere: elsewhere(source.name),
  });
}

test('the project file gives its data', () => {
  expect(Object.keys(sound.project?.environments ?? {})).toEqual(['dev', 'prod']);
});

test.each(paths.filter((path) => !isBroken(path)))('%s has no problem of any kind', (path) => {
  expect(problemsOf(sourceOf(path))).toEqual([]);
});

test('the good catalogs hold some thirty codes', () => {
  const catalogs = [...sources]
    .filter(([path]) => !path.startsWith('broken/'))
    .flatMap(([, source]) => readCatalogs(source));
  expect(catalogs.flatMap(({ codes }) => codes).length).toBeGreaterThan(25);
});

test.each(paths.filter(isBroken))('%s has exactly the problems it marks', (path) => {
  const source = sourceOf(path);
  const problems = problemsOf(source).map((problem) => actualOf(source, problem));
  expect(inOrder(problems)).toEqual(inOrder(expectedIn(source.text)));
  expect(problems.length).toBeGreaterThan(0);
});
