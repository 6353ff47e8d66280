/** What the rules about survey rules may know beyond the place they look at. */
import type { SyntaxProblem } from '../../text/tree.ts';
import type { CheckContext } from '../indexes/indexes.ts';
import { newSuggest, type Suggest } from '../suggest.ts';

export interface SurveyIndexes {
  readonly context: CheckContext;
  readonly suggest: Suggest;
  /** False where the YAML has problems, so that not all of it may have been read: then nothing is known to be missing. */
  readonly isWhole: boolean;
}

export function surveyIndexes(context: CheckContext, problems: readonly SyntaxProblem[]): SurveyIndexes {
  return { context, suggest: newSuggest(), isWhole: problems.every(({ code }) => code === 'unknown-tag') };
}
