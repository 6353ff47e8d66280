/** Every rule. Nothing else belongs here. */
import type { Rule } from '../rule.ts';
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
import { emptyKey } from './empty-key.ts';
import { emptyText } from './empty-text.ts';
import { formerlyInUse } from './formerly-in-use.ts';
import { formerlyOwnName } from './formerly-own-name.ts';
import { formerlyTwice } from './formerly-twice.ts';
import { hostInFile } from './host-in-file.ts';
import { idInsteadOfName } from './id-instead-of-name.ts';
import { inventedField } from './invented-field.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { mandatoryNotAsked } from './mandatory-not-asked.ts';
import { mergeKey } from './merge-key.ts';
import { missingField } from './missing-field.ts';
import { missingValue } from './missing-value.ts';
import { nameCharacters } from './name-characters.ts';
import { nameTooLong } from './name-too-long.ts';
import { nameTwin } from './name-twin.ts';
import { outerSpace } from './outer-space.ts';
import { policyMissingField } from './policy-missing-field.ts';
import { policyNameLength } from './policy-name-length.ts';
import { policyNamePattern } from './policy-name-pattern.ts';
import { queueDeclaredTwice } from './queue-declared-twice.ts';
import { queueTooFull } from './queue-too-full.ts';
import { repeatedValue } from './repeated-value.ts';
import { reservedName } from './reserved-name.ts';
import { secretInFile } from './secret-in-file.ts';
import { subcategoryWithoutCategory } from './subcategory-without-category.ts';
import { undeclaredQueue } from './undeclared-queue.ts';
import { unknownCategory } from './unknown-category.ts';
import { unknownEnvironment } from './unknown-environment.ts';
import { unknownField } from './unknown-field.ts';
import { unknownRegion } from './unknown-region.ts';
import { unknownSubcategory } from './unknown-subcategory.ts';
import { unknownTimeZone } from './unknown-time-zone.ts';
import { unknownValue } from './unknown-value.ts';
import { unusedTimeout } from './unused-timeout.ts';
import { wrongFormat } from './wrong-format.ts';
import { wrongType } from './wrong-type.ts';
import { yamlAmbiguous } from './yaml-ambiguous.ts';
import { yamlTrap } from './yaml-trap.ts';

export const rules: readonly Rule[] = [
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
  emptyKey,
  emptyText,
  formerlyInUse,
  formerlyOwnName,
  formerlyTwice,
  hostInFile,
  idInsteadOfName,
  inventedField,
  invisibleCharacter,
  mandatoryNotAsked,
  mergeKey,
  missingField,
  missingValue,
  nameCharacters,
  nameTooLong,
  nameTwin,
  outerSpace,
  policyMissingField,
  policyNameLength,
  policyNamePattern,
  queueDeclaredTwice,
  queueTooFull,
  repeatedValue,
  reservedName,
  secretInFile,
  subcategoryWithoutCategory,
  undeclaredQueue,
  unknownCategory,
  unknownEnvironment,
  unknownField,
  unknownRegion,
  unknownSubcategory,
  unknownTimeZone,
  unknownValue,
  unusedTimeout,
  wrongFormat,
  wrongType,
  yamlAmbiguous,
  yamlTrap,
];
