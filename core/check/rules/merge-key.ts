import { removePair } from '../../text/edit.ts';
import type { Entry } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/** `<<` merges maps in YAML 1.1 only. Here, and in YAML 1.2, it is a key like any other and does nothing. */
export const mergeKey: Rule = {
  code: 'merge-key',
  severity: 'error',
  codesWith: 'issues',
  inCode: look,
  inHead: look,
  inProject: look,
  inQuery: look,
  inSurvey: look,
};

function look(entry: Entry): readonly Finding[] {
  return entry.issues.flatMap(({ keyword, pair, parent, path }): Finding[] => {
    if (keyword !== 'additionalProperties' || path.at(-1) !== '<<' || pair === undefined || parent?.kind !== 'map')
      return [];
    return [
      {
        span: pair.key.span,
        message: `The merge key \`<<\` does nothing in YAML 1.2. Write the fields out${entry.kind === 'query' || entry.kind === 'survey' ? '' : ', or put what codes share under `defaults`'}.`,
        fixes: fixIf('Remove the merge key', removePair(entry.text, parent, pair)),
      },
    ];
  });
}
