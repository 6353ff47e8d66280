/** Values of survey rules: the codes of the catalogs. */
import { NO_CODE } from '../../survey/index.ts';
import { codeText } from '../surveyCodes.ts';
import { aboutCode } from './names.ts';
import type { ValueSite } from './site.ts';
import { reference, unique, word, type Suggestion } from './suggestion.ts';

/** Keys whose value names a code. */
const codeKeys: ReadonlySet<unknown> = new Set(['assign', 'otherwise', 'expect']);

export function surveyValues({ path, context: { catalogs = [] } }: ValueSite): readonly Suggestion[] {
  if (!codeKeys.has(path.at(-1))) return [];
  const codes = catalogs.map((code) =>
    reference(codeText(code), code.code === undefined ? undefined : code.name, aboutCode(code)),
  );
  return unique([...codes, word(NO_CODE, 'no code')]);
}
