import { removeItem } from '../../text/edit.ts';
import { prepared, type SurveyResponse } from '../../survey/index.ts';
import { fieldsIn, responseIn } from '../../survey/parts.ts';
import { field } from '../entry.ts';
import type { Node } from '../../text/tree.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { testSites } from '../survey/surveyParts.ts';

/** Two tests of the same response: one of them says nothing new. */
export const repeatedTest: Rule = {
  code: 'repeated-test',
  severity: 'warning',
  inSurvey: (entry) => {
    const tests = field(entry, 'tests');
    const fields = fieldsIn(entry.map);
    const first = new Map<string, Node>();
    return testSites(entry).flatMap(({ index, node, given }): Finding[] => {
      const response = responseIn(given);
      if (response === undefined || tests?.kind !== 'seq') return [];
      const key = keyOfResponse(prepared(fields, response));
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, node);
        return [];
      }
      return [
        {
          span: given?.span ?? node.span,
          message: 'An earlier test has the same response. Keep one of them.',
          related: [{ message: 'The earlier test', span: earlier.span }],
          fixes: fixIf('Remove this test', removeItem(entry.text, tests, index)),
        },
      ];
    });
  },
};

function keyOfResponse(response: SurveyResponse): string {
  return JSON.stringify([...response].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
