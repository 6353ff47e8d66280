/** Values of survey rules: the codes of the catalogs, and what a field of the responses can hold. */
import { fieldInWords, NO_CODE } from '../../survey/index.ts';
import { fieldsIn } from '../../survey/parts.ts';
import type { Node } from '../../text/tree.ts';
import { childOf } from '../../text/walk.ts';
import { codeText } from '../survey/surveyCodes.ts';
import { askedAt, valuesOfField } from '../survey/surveyFields.ts';
import { aboutCode } from './names.ts';
import type { ValueSite } from './site.ts';
import { reference, unique, word, type Suggestion } from './suggestion.ts';

/** Keys whose value names a code, by the list they stand in; `otherwise` stands at the top. */
const codeKeys: Readonly<Record<string, string>> = { rules: 'assign', tests: 'expect' };

export function surveyValues({ path, root, context: { catalogs = [] } }: ValueSite): readonly Suggestion[] {
  const [list, , key] = path;
  const isCode = path.length === 3 && typeof list === 'string' && codeKeys[list] === key;
  if (isCode || (path.length === 1 && list === 'otherwise')) {
    const codes = catalogs
      .filter(({ state }) => state === undefined)
      .map((code) => reference(codeText(code), code.code === undefined ? undefined : code.name, aboutCode(code)));
    return unique(key === 'assign' ? codes : [...codes, word(NO_CODE, 'no code')]);
  }
  if (list === 'fields' && key === 'from') return isFromOrg(root) ? orgSources : [];
  return valuesOfAsked(root, path);
}

const orgSources: readonly Suggestion[] = [
  word('nps', 'the score from 0 to 10'),
  word('totalScore', 'the score of the whole survey'),
];

function isFromOrg(root: Node | undefined): boolean {
  return childOf(root, 'responses')?.kind === 'map';
}

function valuesOfAsked(root: Node | undefined, path: ValueSite['path']): readonly Suggestion[] {
  const asked = askedAt(root, path);
  if (asked === undefined) return [];
  const values = valuesOfField(root, asked.name, asked.field).map(
    (value): Suggestion => (typeof value === 'string' ? { text: value, kind: 'text' } : word(String(value))),
  );
  if (asked.inTest || asked.inList) return values;
  return [...values, word('missing', 'no value'), word('exists', 'any value')];
}

/** The declared fields, for the keys of a condition or of a test. */
export function fieldNames(root: Node | undefined): readonly Suggestion[] {
  return [...fieldsIn(root)].map(([name, field]) =>
    reference(
      name,
      fieldInWords(field, (text) => text),
    ),
  );
}
