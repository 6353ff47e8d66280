/** Files of survey rules among the others: how they begin, and how the command line checks them. */
import { describe, expect, test } from 'vitest';
import { check, namesCodes } from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import { applyFix, fixAll } from '../fixtures/apply.ts';
import { contextFor, now } from '../fixtures/context.ts';
import { cli } from '../support/cli.ts';
import { tempFolder } from '../support/tempFolder.ts';

const codesOf = (name: string, text: string): readonly string[] =>
  check(readSource(name, text), { now }).map(({ code }) => code);

describe('a file of survey rules', () => {
  test('is told to begin, and begins without a problem', () => {
    expect(codesOf('a.survey.yaml', '')).toEqual(['empty-file']);
    const empty = readSource('a.survey.yaml', '# ours\n');
    const begun = check(empty, { now }).flatMap(({ fixes }) => fixes.map((fix) => applyFix(empty, fix)))[0] ?? '';
    expect(begun).toBe(
      '# ours\nkind: SurveyRules\nconversationId: conversationId\nfields: {}\nrules: []\notherwise: none\n',
    );
    expect(codesOf('a.survey.yaml', begun)).toEqual([]);
  });

  test('is known by its kind where its name says nothing', () => {
    const text = 'kind: SurveyRules\nconversationId: id\nfields: {}\nrules: []\n';
    expect(codesOf('rules.yaml', text)).toEqual(['missing-otherwise']);
    expect(namesCodes(readSource('rules.yaml', text))).toBe(true);
  });

  test('may hold several sets of rules', () => {
    const one = 'kind: SurveyRules\nconversationId: id\nfields: {}\nrules: []\n';
    expect(codesOf('a.survey.yaml', `${one}---\n${one}`)).toEqual(['missing-otherwise', 'missing-otherwise']);
  });

  test('is asked for its `kind`, and has its spelling put right', () => {
    expect(codesOf('a.survey.yaml', 'conversationId: id\nfields: {}\nrules: []\notherwise: none\n')).toEqual([
      'missing-field',
    ]);
    const misspelled = 'kind: SurveyRule\nconversationId: id\nfields: {}\nrules: []\notherwise: none\n';
    expect(fixAll('a.survey.yaml', misspelled, contextFor(''))).toContain('kind: SurveyRules\n');
  });
});

describe('validate', () => {
  const files = {
    'genesys.yaml': 'kind: GenesysProject\n',
    'a.wrapup.yaml': 'kind: WrapUpCatalog\ncodes:\n  - { name: Resolved, code: RES }\n',
    'a.survey.yaml': [
      'kind: SurveyRules',
      'conversationId: id',
      'fields: { nps: { type: integer } }',
      'rules:',
      '  - { when: { nps: { gte: 9 } }, assign: RES }',
      '  - { when: { nps: { lte: 6 } }, assign: RSE }',
      'otherwise: none',
      'tests:',
      '  - { given: { nps: 10 }, expect: Resolved }',
      '',
    ].join('\n'),
  };

  test('checks survey rules by the codes of the project', async () => {
    const { code, stdout } = await cli(['validate', 'a.survey.yaml'], { cwd: tempFolder(files) });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^a\.survey\.yaml:6:42 warning .*Did you mean 'RES'\? \[unknown-code\]/);
    const fixed = { ...files, 'a.survey.yaml': files['a.survey.yaml'].replace('RSE', 'RES') };
    expect(await cli(['validate'], { cwd: tempFolder(fixed) })).toMatchObject({ code: 0, stdout: '' });
  });

  test('ends with 1 where a test of the rules fails', async () => {
    const failing = {
      ...files,
      'a.survey.yaml': files['a.survey.yaml'].replace('RSE', 'RES').replace('nps: 10', 'nps: 8'),
    };
    const { code, stdout } = await cli(['validate', 'a.survey.yaml'], { cwd: tempFolder(failing) });
    expect(code).toBe(1);
    expect(stdout).toContain("The rules give 'none' and not 'Resolved': no rule matches, so 'otherwise' decides.");
  });

  test('says nothing of codes while a catalog is broken', async () => {
    const broken = { ...files, 'b.wrapup.yaml': 'kind: WrapUpCatalog\ncodes: 7\n' };
    expect(await cli(['validate', 'a.survey.yaml'], { cwd: tempFolder(broken) })).toMatchObject({
      code: 0,
      stdout: '',
    });
  });
});
