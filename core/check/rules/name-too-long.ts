import { namingRules } from '../../contract/limits.ts';
import { lengthOf, offsetAfter } from '../../contract/names.ts';
import { spanInScalar } from '../../text/scalarOffsets.ts';
import { isText } from '../../text/walk.ts';
import { field, type CodeEntry } from '../entry.ts';
import type { Indexes } from '../indexes/indexes.ts';
import { switchToPlatform } from '../fixes/namingSwitch.ts';
import type { Finding, Rule } from '../rule.ts';

/** More characters than the naming policy takes. Marks those that are too many. */
export const nameTooLong: Rule = { code: 'name-too-long', severity: 'error', codesWith: 'oddities', inCode: look };

function look(entry: CodeEntry, indexes: Indexes): readonly Finding[] {
  const name = field(entry, 'name');
  const { maxNameLength } = namingRules[indexes.naming];
  if (!isText(name)) return [];
  const length = lengthOf(name.value);
  if (length <= maxNameLength) return [];
  const kept = offsetAfter(name.value, maxNameLength);
  const message = `This name has ${length} characters; \`naming: ${indexes.naming}\` allows ${maxNameLength}. Shorten it by ${length - maxNameLength}.`;
  const fixes = length <= namingRules.platform.maxNameLength ? switchToPlatform(indexes) : [];
  return [{ span: spanInScalar(name, kept, name.value.length), message, fixes }];
}
