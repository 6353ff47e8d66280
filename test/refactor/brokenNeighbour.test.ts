/** A fix that writes into an entry that is broken: the same whether the file is read whole or entry by entry. */
import { expect, test } from 'vitest';
import { check } from '#core/check/index.ts';
import { openText } from '#core/text/live/index.ts';
import { readSource } from '#core/text/parse.ts';
import { createLiveProject } from '#core/workspace/live/index.ts';
import { now } from '../fixtures/context.ts';

test('behind a quote that nobody closes, and not in the next entry', () => {
  const name = 'a.wrapup.yaml';
  const text = "kind: WrapUpCatalog\nreportingTags: [x]\ncodes:\n  - name: ['Refund]\n  - name: Other\n";
  const live = createLiveProject();
  live.setNow(now);
  live.put(openText(name, text));
  const fresh = check(readSource(name, text), { now });
  const places = fresh.flatMap(({ fixes }) =>
    fixes
      .filter(({ title }) => title === 'Move the tags to each code')
      .flatMap(({ edits }) => edits.map(({ range }) => range.start)),
  );
  expect(places).toEqual([
    { line: 1, character: 0 },
    { line: 3, character: 19 },
    { line: 4, character: 15 },
  ]);
  expect(live.problems(name)).toEqual(fresh);
});
