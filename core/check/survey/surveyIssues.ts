/** The schema's findings about survey rules, without those that only follow from another one. */
import { findInventedKey } from '../../contract/inventions.ts';
import { fieldsIn } from '../../survey/parts.ts';
import type { Node } from '../../text/tree.ts';
import { schemaIssues, type SchemaIssue } from '../schemaIssues.ts';

/** What stands under `or:` or `not:` is no comparison, whatever the schema makes of it: `unknown-survey-field` tells the key. */
export function surveyIssues(root: Node): readonly SchemaIssue[] {
  const issues = schemaIssues('survey', root);
  if (issues.length === 0) return issues;
  const fields = fieldsIn(root);
  return issues.filter(({ path }) => {
    if (path[0] !== 'rules' || path[2] !== 'when') return true;
    const key = path.slice(3).find((step) => typeof step === 'string' && step !== 'any' && step !== 'all');
    return (
      key === undefined || fields.has(String(key)) || findInventedKey('survey.condition', String(key)) === undefined
    );
  });
}
