/** Whether a text may be the new name of something, by the same rules that check files. */
import { check } from '../../check/check.ts';
import { codeCharacters } from '../../check/rules/code-characters.ts';
import { codeTooLong } from '../../check/rules/code-too-long.ts';
import { emptyKey } from '../../check/rules/empty-key.ts';
import { emptyText } from '../../check/rules/empty-text.ts';
import { idInsteadOfName, isId } from '../../check/rules/id-instead-of-name.ts';
import { invisibleCharacter } from '../../check/rules/invisible-character.ts';
import { nameCharacters } from '../../check/rules/name-characters.ts';
import { nameTooLong } from '../../check/rules/name-too-long.ts';
import { outerSpace } from '../../check/rules/outer-space.ts';
import { policyNameLength } from '../../check/rules/policy-name-length.ts';
import { policyNamePattern } from '../../check/rules/policy-name-pattern.ts';
import { reservedName } from '../../check/rules/reserved-name.ts';
import { presenceWords } from '../../check/query/queryWhere.ts';
import { SANDBOX_ENVIRONMENT } from '../../contract/environments.ts';
import type { GenesysProject, NamingPolicy } from '../../contract/generated/files.ts';
import { normaliseName } from '../../contract/names.ts';
import { NO_CODE } from '../../survey/index.ts';
import { readSource } from '../../text/parse.ts';
import { doubleQuoted } from '../../text/quote.ts';
import type { NameKind } from './model.ts';

const rules = [
  codeCharacters,
  codeTooLong,
  emptyKey,
  emptyText,
  idInsteadOfName,
  invisibleCharacter,
  nameCharacters,
  nameTooLong,
  outerSpace,
  policyNameLength,
  policyNamePattern,
  reservedName,
];

/** A file with nothing but this name. */
const samples: Readonly<Record<NameKind, (name: string) => string>> = {
  name: (name) => `codes: [{ name: ${name} }]`,
  code: (name) => `codes: [{ code: ${name} }]`,
  category: (name) => `categories: { ${name}: [] }`,
  subcategory: (name) => `categories: { a: [${name}] }`,
  tag: (name) => `codes: [{ reportingTags: [${name}] }]`,
  queue: (name) => `queues: { ${name}: {} }`,
  division: (name) => `division: ${name}`,
  environment: (name) => `codes: [{ environments: [${name}] }]`,
};

/** A sentence about what is wrong with the text; undefined where it may be a name of this kind. */
export function faultOf(
  kind: NameKind,
  name: string,
  namings: readonly NamingPolicy[],
  project: GenesysProject | undefined,
): string | undefined {
  if (normaliseName(name) === '') return 'A name holds at least one letter or digit. Type one.';
  for (const naming of namings) {
    const text = `kind: WrapUpCatalog\nnaming: ${naming}\n${samples[kind](doubleQuoted(name))}\n`;
    const context = { now: 0, ...(project === undefined ? {} : { project }) };
    const [problem] = check(readSource('new.wrapup.yaml', text), context, rules);
    if (problem !== undefined) return problem.message;
  }
  return takenWord(kind, name);
}

/** Words that mean something else where such a name is written. */
function takenWord(kind: NameKind, name: string): string | undefined {
  const isCode = kind === 'name' || kind === 'code';
  if (isCode && name === NO_CODE) return `\`${NO_CODE}\` means no code in survey rules. Choose another name.`;
  if (kind === 'name' && isId(name)) return 'This looks like an id, and queries would take it for one. Choose a name.';
  if (kind === 'tag' && /^(?:cat|sub):/.test(name))
    return 'Tags that begin with `cat:` or `sub:` come from categories and subcategories. Choose another name.';
  if (kind === 'division' && name === '*') return '`*` means all divisions. Choose a name.';
  if (kind === 'environment' && name === SANDBOX_ENVIRONMENT)
    return `\`${SANDBOX_ENVIRONMENT}\` is the environment that every project has. Choose another name.`;
  const isAsked = kind === 'name' || kind === 'queue' || kind === 'division';
  if (isAsked && presenceWords.includes(name))
    return `Queries take the word \`${name}\` for a question, not for a name. Choose another name.`;
  return undefined;
}
