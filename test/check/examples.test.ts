/** The sample workspace: clean where it should be, and broken exactly where it says so. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import type { SourceFile } from '#core/text/tree.ts';
import { queuesElsewhere, readCatalogs, readProject } from '#core/workspace/index.ts';
import { now } from '../fixtures/context.ts';
import { actualOf, expectedIn, inOrder } from '../fixtures/markers.ts';

const folder = new URL('../../examples/', import.meta.url);
const read = (path: string): SourceFile =>
  readSource(path.split('/').at(-1) ?? path, readFileSync(new URL(path, folder), 'utf8'));
const project = readProject(read('genesys.yaml'));
const context = { now, ...(project === undefined ? {} : { project }) };
const good = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const broken = readdirSync(new URL('broken/', folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);

test('the good files have no problem of any kind', () => {
  const sources = good.map(read);
  const elsewhere = queuesElsewhere(sources);
  for (const source of sources) {
    const queues = elsewhere.get(source);
    expect(check(source, { ...context, ...(queues === undefined ? {} : { queuesElsewhere: queues }) })).toEqual([]);
  }
  expect(project?.environments).toHaveProperty('prod');
});

test('the good catalogs hold some thirty codes', () => {
  expect(good.flatMap((name) => readCatalogs(read(name))).flatMap(({ codes }) => codes).length).toBeGreaterThan(25);
});

test.each(broken)('broken/%s has exactly the problems it marks', (name) => {
  const source = read(`broken/${name}`);
  const problems = check(source, context).map((problem) => actualOf(source, problem));
  expect(inOrder(problems)).toEqual(inOrder(expectedIn(source.text)));
  expect(problems.length).toBeGreaterThan(0);
});
