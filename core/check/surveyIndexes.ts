/** What the rules about survey rules may know beyond the place they look at. */
import type { SurveyEntry } from './entry.ts';
import type { CheckContext } from './indexes.ts';
import { newSuggest, type Suggest } from './suggest.ts';

export interface SurveyIndexes {
  readonly entry: SurveyEntry;
  readonly context: CheckContext;
  readonly suggest: Suggest;
}

/** Of one document. */
export function surveyIndexes(entry: SurveyEntry, context: CheckContext): SurveyIndexes {
  return { entry, context, suggest: newSuggest() };
}
