/** Whole pieces to begin with. */
import { isQueryKind, type FileKind } from '../../contract/schema.ts';
import type { Range } from '../../text/position.ts';
import type { CompletionItem } from './completionItem.ts';
import { queryTemplates } from './queryTemplates.ts';

type Draft = Omit<CompletionItem, 'sortText'>;

/** A whole code; `lead` is `- ` where the dash is not typed yet. The editor indents the lines after the first. */
export function codeSnippet(lead: string, range: Range): Draft {
  return {
    label: 'new wrap-up code',
    kind: 'snippet',
    detail: 'name, code, category, description, queues',
    documentation: 'A whole wrap-up code. Only `name` is needed; remove what you do not use.',
    insertText: `${lead}name: \${1:What agents see}\n  code: \${2:KEY}\n  category: \${3:category}\n  subcategory: \${4:subcategory}\n  description: \${5:Text for administrators}\n  queues: [\${6:Queue}]\n`,
    isSnippet: true,
    filterText: `${lead}name`,
    range,
  };
}

/** Templates for an empty file, the one of its own kind first. */
export function templates(kind: FileKind, range: Range): readonly Draft[] {
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
    ...queryTemplates(range),
  ];
  // A file that is named after queries holds nothing else.
  return all
    .filter(({ file }) => !isQueryKind(kind) || isQueryKind(file))
    .toSorted((a, b) => Number(b.file === kind) - Number(a.file === kind))
    .map(({ file: _file, ...item }) => item);
}
