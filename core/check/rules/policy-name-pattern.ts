import { namingRules } from '../../contract/limits.ts';
import { lengthOf, normaliseName } from '../../contract/names.ts';
import { replaceText } from '../../text/edit.ts';
import { isText } from '../../text/walk.ts';
import { field } from '../entry.ts';
import { compilePattern, type PatternResult } from '../pattern.ts';
import { fixIf, type Rule } from '../rule.ts';

/** A name that does not look as the project's policy wants. Above the naming policy's limit `name-too-long` says what is wrong. A pattern that cannot be used is `bad-pattern` in genesys.yaml. */
export const policyNamePattern: Rule = {
  code: 'policy-name-pattern',
  severity: 'error',
  codesWith: 'policy',
  inCode: (entry, { context, names, naming }) => {
    const source = context.project?.policy?.name?.pattern;
    const name = field(entry, 'name');
    if (source === undefined || !isText(name) || name.value === '') return [];
    if (lengthOf(name.value) > namingRules[naming].maxNameLength) return [];
    const compiled = compiledOnce(source);
    if (!('pattern' in compiled) || compiled.pattern.found(name.value)) return [];
    const meant = spellings(name.value).find((spelling) => compiled.pattern.found(spelling));
    const isFree = meant !== undefined && !names.get(normaliseName(meant)).some((use) => use.text === meant);
    const fixes = isFree && name.alias !== true ? fixIf(`Change to \`${meant}\``, [replaceText(name, meant)]) : [];
    const message = `The policy in \`genesys.yaml\` wants names that match \`${source}\`.`;
    return [{ span: name.span, message, fixes }];
  },
};

let last: { readonly source: string; readonly result: PatternResult } | undefined;

/** One project has one pattern; compiling it again for each code would be waste. */
function compiledOnce(source: string): PatternResult {
  if (last?.source !== source) last = { source, result: compilePattern(source) };
  return last.result;
}

/** The same name in other letters, which keeps its id: names are matched without case. */
function spellings(name: string): readonly string[] {
  const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
  const words = name.split(' ').map(capital).join(' ');
  const all = [capital(name), words, name.toUpperCase(), name.toLowerCase(), capital(name.toLowerCase())];
  return [...new Set(all)].filter((spelling) => spelling !== name);
}
