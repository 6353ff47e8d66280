/** Rules are asked about codes that have what they look at. None of them is asked too seldom. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { check } from '#core/check/index.ts';
import { openText } from '#core/text/live/index.ts';
import { readSource } from '#core/text/parse.ts';
import { createLiveProject } from '#core/workspace/live/index.ts';
import { now } from '../fixtures/context.ts';

const folder = path.resolve(import.meta.dirname, '../../core/check/rules');
const samples = globSync('*.yaml', { cwd: folder }).filter((name) => !/\.(?:query|survey)\.yaml$/.test(name));

test.each(samples)('%s has the same problems item by item', (sample) => {
  const name = 'sample.wrapup.yaml';
  const text = readFileSync(path.join(folder, sample), 'utf8');
  const live = createLiveProject();
  live.setNow(now);
  live.put(
    openText('genesys.yaml', 'kind: GenesysProject\nenvironments: {}\npolicy: { name: { pattern: "^[A-Z]" } }\n'),
  );
  live.putChecked(openText(name, text));
  expect(live.problems(name)).toEqual(check(readSource(name, text), live.contextFor(name)));
});
