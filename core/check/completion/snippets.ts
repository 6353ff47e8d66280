/** Whole files to begin with. */
import type { FileKind } from '../../contract/schema.ts';
import type { Range } from '../../text/position.ts';
import type { Draft } from './site.ts';
import { queryTemplates } from './queryTemplates.ts';

/** Templates for an empty file of one of these kinds, the one of its own kind first. */
export function templates(kinds: readonly FileKind[], kind: FileKind, range: Range): readonly Draft[] {
  const all: readonly (Draft & { readonly file: FileKind })[] = [
    {
      file: 'WrapUpCatalog',
      label: 'wrap-up catalog',
      kind: 'snippet',
      detail: 'a catalog with categories, queues and one code',
      documentation: 'A whole catalog to begin with.',
      filterText: 'kind: WrapUpCatalog',
      insertText: [
        'kind: WrapUpCatalog',
        'categories:',
        '  ${1:support}: [${2:resolved}]',
        'queues:',
        '  ${3:Support Voice}: {}',
        'codes:',
        '  - name: ${4:Issue Resolved}',
        '    code: ${5:RESOLVED}',
        '    category: ${1:support}',
        '    subcategory: ${2:resolved}',
        '    queues: [${3:Support Voice}]',
        '',
      ].join('\n'),
      isSnippet: true,
      range,
    },
    {
      file: 'GenesysProject',
      label: 'project file',
      kind: 'snippet',
      detail: 'environments and naming for all catalogs',
      documentation: 'A `genesys.yaml` to begin with. It holds no secret and no host.',
      filterText: 'kind: GenesysProject',
      insertText: [
        'kind: GenesysProject',
        'timeZone: ${1:Europe/Amsterdam}',
        'naming: ${2|portable,platform|}',
        'environments:',
        '  ${3:dev}:',
        '    region: ${4:mypurecloud.ie}',
        '',
      ].join('\n'),
      isSnippet: true,
      range,
    },
    {
      file: 'SurveyRules',
      label: 'survey rules',
      kind: 'snippet',
      detail: 'fields of a response, one rule and one test',
      documentation: 'Survey rules to begin with.',
      filterText: 'kind: SurveyRules',
      insertText: [
        'kind: SurveyRules',
        'conversationId: ${1:conversationId}',
        'fields:',
        '  ${2:nps}: { from: ${3:nps_score}, type: integer, min: 0, max: 10 }',
        'rules:',
        '  - { when: { ${2:nps}: { lte: 6 } }, assign: ${4:CODE} }',
        'otherwise: none',
        'tests:',
        '  - { given: { ${2:nps}: 3 }, expect: ${4:CODE} }',
        '',
      ].join('\n'),
      isSnippet: true,
      range,
    },
    ...queryTemplates(range),
  ];
  return all
    .filter(({ file }) => kinds.includes(file))
    .toSorted((a, b) => Number(b.file === kind) - Number(a.file === kind))
    .map(({ file: _file, ...item }) => item);
}
