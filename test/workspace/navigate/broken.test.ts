/** Whatever is typed, asking about names never fails, and edits stay inside the text and apart. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openText } from '#core/text/live/index.ts';
import { linesOf, type Range } from '#core/text/position.ts';
import {
  definitionsAt,
  documentLinks,
  highlightsAt,
  mentioning,
  prepareRename,
  referencesAt,
  rename,
  selectionRanges,
  workspaceSymbols,
} from '#core/workspace/navigate/index.ts';
import { brokenCatalogs, torn } from '../../fixtures/broken.ts';
import { brokenQueries } from '../../fixtures/brokenQueries.ts';
import { project, survey } from './files.ts';
import { afterEdits } from './project.ts';

const texts = fc.record({
  'a.wrapup.yaml': torn(brokenCatalogs),
  'b.query.yaml': torn(brokenQueries),
  'c.survey.yaml': torn(fc.constant(survey)),
  'genesys.yaml': torn(fc.constant(project)),
});

test('nothing fails in files that are torn', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (files, pick, at) => {
      const all = Object.entries(files).map(([name, text]) => openText(name, text));
      const file = all[pick % all.length];
      if (file === undefined) return;
      const lines = linesOf(file.text());
      const position = lines.positionAt(at % (file.text().length + 1));
      const inside = (range: Range): void => {
        const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
        expect(lines.rangeOf(span)).toEqual(range);
      };
      const start = prepareRename(file, position);
      if ('range' in start) inside(start.range);
      for (const { range } of [...highlightsAt(file, position), ...selectionRanges(file, [position])]) inside(range);
      for (const { file: name, range } of [...referencesAt(file, position, all), ...definitionsAt(file, position, all)])
        if (name === file.name) inside(range);
      for (const { range } of [...workspaceSymbols([file], ''), ...documentLinks(file)]) inside(range);
      expect(mentioning(all, ['a'])).toHaveLength(all.length);
      const plan = rename(file, position, 'New name', all);
      if ('edits' in plan) afterEdits(files, plan.edits);
    }),
    { numRuns: 100 },
  );
});
