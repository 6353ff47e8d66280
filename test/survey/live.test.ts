/** Survey rules in a project that is edited: they follow their catalogs. */
import { expect, test } from 'vitest';
import { openText } from '#core/text/live/index.ts';
import { createLiveProject } from '#core/workspace/live/createLiveProject.ts';

const survey = `kind: SurveyRules
conversationId: id
fields: { nps: { type: integer } }
rules:
  - { when: { nps: { gte: 9 } }, assign: SOLD }
otherwise: none
tests:
  - { given: { nps: 9 }, expect: Closed }
`;

test('a code that a catalog takes away is unknown to the rules, and known again when it is back', () => {
  const project = createLiveProject();
  project.setNow(0);
  project.put(openText('genesys.yaml', 'kind: GenesysProject\n'));
  const sold = 'kind: WrapUpCatalog\ncodes:\n  - name: Closed\n    code: SOLD\n  - name: Other\n    code: OTHER\n';
  const catalog = openText('a.wrapup.yaml', sold);
  project.put(catalog);
  project.put(openText('a.survey.yaml', survey));
  project.setComplete(true);
  const codes = (): readonly string[] => project.problems('a.survey.yaml').map(({ code }) => code);
  expect(codes()).toEqual([]);
  project.takeStale();

  const edit = (text: string): void =>
    project.changed(
      'a.wrapup.yaml',
      catalog.change([{ range: { start: { line: 3, character: 10 }, end: { line: 3, character: 14 } }, text }]),
    );
  edit('SALE');
  expect(project.takeStale()).toContain('a.survey.yaml');
  expect(codes()).toContain('unknown-code');
  edit('SOLD');
  expect(project.takeStale()).toContain('a.survey.yaml');
  expect(codes()).toEqual([]);

  project.setComplete(false);
  edit('SALE');
  expect(codes()).toEqual([]);
});
