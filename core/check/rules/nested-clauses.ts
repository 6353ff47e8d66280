import type { SchemaPath } from '../../contract/schema.ts';
import type { Entry } from '../entry.ts';
import type { Finding, Rule } from '../rule.ts';

/** Clauses in a clause: the API's filters are two levels deep, and no more. */
export const nestedClauses: Rule = {
  code: 'nested-clauses',
  severity: 'error',
  inQuery: (entry) =>
    entry.issues.flatMap(({ keyword, path, pair }): Finding[] => {
      if (keyword !== 'additionalProperties' || pair === undefined || !isNestedClauses(entry, path)) return [];
      const message =
        'A clause cannot hold clauses: filters are two levels deep. Write more clauses side by side, or several filters.';
      return [{ span: pair.key.span, message }];
    }),
};

/** `clauses` as a key of a clause. */
export function isNestedClauses(entry: Entry, path: SchemaPath): boolean {
  return entry.kind === 'query' && path.at(-1) === 'clauses' && path.slice(0, -1).includes('clauses');
}
