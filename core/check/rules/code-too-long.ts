import { namingRules } from '../../contract/limits.ts';
import { lengthOf, offsetAfter } from '../../contract/names.ts';
import { spanInScalar } from '../../text/scalarOffsets.ts';
import { isText } from '../../text/walk.ts';
import { field, type CodeEntry } from '../entry.ts';
import type { Indexes } from '../indexes/indexes.ts';
import { switchToPlatform } from '../fixes/namingSwitch.ts';
import type { Finding, Rule } from '../rule.ts';

/** A `code` longer than the portable policy takes. Marks the characters that are too many. */
export const codeTooLong: Rule = { code: 'code-too-long', severity: 'error', codesWith: 'oddities', inCode: look };

function look(entry: CodeEntry, indexes: Indexes): readonly Finding[] {
  const code = field(entry, 'code');
  const { maxCodeLength } = namingRules[indexes.naming];
  if (!isText(code) || maxCodeLength === undefined) return [];
  const length = lengthOf(code.value);
  if (length <= maxCodeLength) return [];
  const kept = offsetAfter(code.value, maxCodeLength);
  const message = `This \`code\` has ${length} characters; \`naming: ${indexes.naming}\` allows ${maxCodeLength}. Shorten it by ${length - maxCodeLength}.`;
  return [{ span: spanInScalar(code, kept, code.value.length), message, fixes: switchToPlatform(indexes) }];
}
