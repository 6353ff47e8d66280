/** What the rules of queries may know beyond their own document. */
import type { CheckContext } from '../indexes/indexes.ts';
import { newSuggest, type Suggest } from '../suggest.ts';

export interface QueryIndexes {
  readonly context: CheckContext;
  readonly suggest: Suggest;
}

export function queryIndexes(context: CheckContext): QueryIndexes {
  return { context, suggest: newSuggest() };
}
