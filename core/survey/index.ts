/** Survey rules: read, decided and searched. Nothing here writes to an org. */
export { decide, holds, meets, prepared, type Decision, type Step } from './decide.ts';
export { distinctValues, findResponse, type Budget, type Search } from './findResponse.ts';
export type {
  Bounds,
  Condition,
  Match,
  Rule,
  RuleSet,
  RuleTest,
  SurveyField,
  SurveyFields,
  SurveyResponse,
  SurveyRulesFile,
  SurveyValue,
} from './model.ts';
export { NO_CODE } from './model.ts';
export { isListed, isPossible, isPossibleResponse } from './possible.ts';
export { readSurveyRules } from './readSurveyRules.ts';
export { fieldInWords, inWords } from './words.ts';
