/** Where queries and survey rules name codes, for those who want to delete one. */
import { documentKind, isQuery } from '../check/fileKind.ts';
import { NO_CODE } from '../survey/index.ts';
import type { DocumentNode, Node, SourceFile } from '../text/tree.ts';
import { childOf, isText } from '../text/walk.ts';
import { outerNames } from '../workspace/navigate/occurrences.ts';
import type { CodeMention } from './model.ts';

/** Also of files with errors: what can be read of them counts. */
export function mentionsIn(sources: readonly SourceFile[]): readonly CodeMention[] {
  return sources.flatMap((source) =>
    source.documents.flatMap((document, index) => {
      const kind = documentKind(source.name, document.root);
      if (kind === 'SurveyRules') return ruleMentions(source.name, document.root);
      return isQuery(kind) ? queryMentions(source.name, document, index + 1) : [];
    }),
  );
}

/** `number` is what `query --document` takes. */
function queryMentions(path: string, document: DocumentNode, number: number): readonly CodeMention[] {
  const found = outerNames(path, document).flatMap(({ kind, text }): CodeMention[] =>
    kind === 'name' || kind === 'code' ? [{ in: 'query', path, what: `query ${number}`, by: kind, text }] : [],
  );
  const seen = new Set<string>();
  return found.filter(({ by, text }) => !seen.has(`${by} ${text}`) && seen.add(`${by} ${text}`));
}

function ruleMentions(path: string, root: Node | undefined): readonly CodeMention[] {
  const rules = childOf(root, 'rules');
  const items = rules?.kind === 'seq' ? rules.items : [];
  return [
    ...items.flatMap((item, index) => ruleMention(path, `rule ${index + 1}`, childOf(item, 'assign'))),
    ...ruleMention(path, 'otherwise', childOf(root, 'otherwise')),
  ];
}

function ruleMention(path: string, what: string, node: Node | undefined): readonly CodeMention[] {
  if (!isText(node) || node.value === NO_CODE) return [];
  return [{ in: 'rule', path, what, by: 'either', text: node.value }];
}
