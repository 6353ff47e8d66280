/** Every rule. Nothing else belongs here. */
import type { Rule } from '../rule.ts';
import { aggregationName } from './aggregation-name.ts';
import { aggregationShape } from './aggregation-shape.ts';
import { badDate } from './bad-date.ts';
import { badOrgId } from './bad-org-id.ts';
import { badPattern } from './bad-pattern.ts';
import { badTimeout } from './bad-timeout.ts';
import { codeAtTop } from './code-at-top.ts';
import { codeCharacters } from './code-characters.ts';
import { codeExpired } from './code-expired.ts';
import { codeTooLong } from './code-too-long.ts';
import { codeTwin } from './code-twin.ts';
import { datesReversed } from './dates-reversed.ts';
import { duplicateCode } from './duplicate-code.ts';
import { duplicateName } from './duplicate-name.ts';
import { emptyFilter } from './empty-filter.ts';
import { emptyKey } from './empty-key.ts';
import { emptyList } from './empty-list.ts';
import { emptyRange } from './empty-range.ts';
import { emptyText } from './empty-text.ts';
import { failingTest } from './failing-test.ts';
import { formerlyInUse } from './formerly-in-use.ts';
import { formerlyOwnName } from './formerly-own-name.ts';
import { formerlyTwice } from './formerly-twice.ts';
import { granularityTooLong } from './granularity-too-long.ts';
import { hostInFile } from './host-in-file.ts';
import { idInsteadOfName } from './id-instead-of-name.ts';
import { impossibleValue } from './impossible-value.ts';
import { intervalInFuture } from './interval-in-future.ts';
import { intervalOffset } from './interval-offset.ts';
import { intervalTooLong } from './interval-too-long.ts';
import { inventedField } from './invented-field.ts';
import { inventedFilter } from './invented-filter.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { limitsReversed } from './limits-reversed.ts';
import { mandatoryNotAsked } from './mandatory-not-asked.ts';
import { matchWithoutSegments } from './match-without-segments.ts';
import { matchesNothing } from './matches-nothing.ts';
import { mergeKey } from './merge-key.ts';
import { metricText } from './metric-text.ts';
import { metricValue } from './metric-value.ts';
import { missingField } from './missing-field.ts';
import { missingOtherwise } from './missing-otherwise.ts';
import { missingValue } from './missing-value.ts';
import { nameCharacters } from './name-characters.ts';
import { nameInsteadOfId } from './name-instead-of-id.ts';
import { nameTooLong } from './name-too-long.ts';
import { nameTwin } from './name-twin.ts';
import { nestedClauses } from './nested-clauses.ts';
import { neverReached } from './never-reached.ts';
import { notInOrg } from './not-in-org.ts';
import { outerSpace } from './outer-space.ts';
import { pagingInFile } from './paging-in-file.ts';
import { policyMissingField } from './policy-missing-field.ts';
import { policyNameLength } from './policy-name-length.ts';
import { policyNamePattern } from './policy-name-pattern.ts';
import { predicateOperand } from './predicate-operand.ts';
import { predicateSubject } from './predicate-subject.ts';
import { queueDeclaredTwice } from './queue-declared-twice.ts';
import { queueTooFull } from './queue-too-full.ts';
import { rangeOnText } from './range-on-text.ts';
import { rangeUnit } from './range-unit.ts';
import { repeatedTest } from './repeated-test.ts';
import { repeatedValue } from './repeated-value.ts';
import { reservedName } from './reserved-name.ts';
import { retiredCode } from './retired-code.ts';
import { secretInFile } from './secret-in-file.ts';
import { sortMetric } from './sort-metric.ts';
import { subcategoryWithoutCategory } from './subcategory-without-category.ts';
import { takenFieldName } from './taken-field-name.ts';
import { tooManyViews } from './too-many-views.ts';
import { undeclaredQueue } from './undeclared-queue.ts';
import { unknownCategory } from './unknown-category.ts';
import { unknownCode } from './unknown-code.ts';
import { unknownColumn } from './unknown-column.ts';
import { unknownEnvironment } from './unknown-environment.ts';
import { unknownField } from './unknown-field.ts';
import { unknownRegion } from './unknown-region.ts';
import { unknownSubcategory } from './unknown-subcategory.ts';
import { unknownSurveyField } from './unknown-survey-field.ts';
import { unknownSurveySource } from './unknown-survey-source.ts';
import { unknownTimeZone } from './unknown-time-zone.ts';
import { unknownValue } from './unknown-value.ts';
import { unlikelyValue } from './unlikely-value.ts';
import { unusedFieldOption } from './unused-field-option.ts';
import { unusedOperand } from './unused-operand.ts';
import { unusedTimeout } from './unused-timeout.ts';
import { valueType } from './value-type.ts';
import { viewName } from './view-name.ts';
import { viewTarget } from './view-target.ts';
import { viewWithoutRange } from './view-without-range.ts';
import { wrongFormat } from './wrong-format.ts';
import { wrongGranularity } from './wrong-granularity.ts';
import { wrongInterval } from './wrong-interval.ts';
import { wrongType } from './wrong-type.ts';
import { yamlAmbiguous } from './yaml-ambiguous.ts';
import { yamlTrap } from './yaml-trap.ts';

export const rules: readonly Rule[] = [
  aggregationName,
  aggregationShape,
  badDate,
  badOrgId,
  badPattern,
  badTimeout,
  codeAtTop,
  codeCharacters,
  codeExpired,
  codeTooLong,
  codeTwin,
  datesReversed,
  duplicateCode,
  duplicateName,
  emptyFilter,
  emptyKey,
  emptyList,
  emptyRange,
  emptyText,
  failingTest,
  formerlyInUse,
  formerlyOwnName,
  formerlyTwice,
  granularityTooLong,
  hostInFile,
  idInsteadOfName,
  impossibleValue,
  intervalInFuture,
  intervalOffset,
  intervalTooLong,
  inventedField,
  inventedFilter,
  invisibleCharacter,
  limitsReversed,
  mandatoryNotAsked,
  matchWithoutSegments,
  matchesNothing,
  mergeKey,
  metricText,
  metricValue,
  missingField,
  missingOtherwise,
  missingValue,
  nameCharacters,
  nameInsteadOfId,
  nameTooLong,
  nameTwin,
  nestedClauses,
  neverReached,
  notInOrg,
  outerSpace,
  pagingInFile,
  policyMissingField,
  policyNameLength,
  policyNamePattern,
  predicateOperand,
  predicateSubject,
  queueDeclaredTwice,
  queueTooFull,
  rangeOnText,
  rangeUnit,
  repeatedTest,
  repeatedValue,
  reservedName,
  retiredCode,
  secretInFile,
  sortMetric,
  subcategoryWithoutCategory,
  takenFieldName,
  tooManyViews,
  undeclaredQueue,
  unknownCategory,
  unknownCode,
  unknownColumn,
  unknownEnvironment,
  unknownField,
  unknownRegion,
  unknownSubcategory,
  unknownSurveyField,
  unknownSurveySource,
  unknownTimeZone,
  unknownValue,
  unlikelyValue,
  unusedFieldOption,
  unusedOperand,
  unusedTimeout,
  valueType,
  viewName,
  viewTarget,
  viewWithoutRange,
  wrongFormat,
  wrongGranularity,
  wrongInterval,
  wrongType,
  yamlAmbiguous,
  yamlTrap,
];
