/** Names to choose from: those that the files know first, then those of the org. */
import { systemCodeNames } from '../../contract/generated/api.ts';
import { normaliseName } from '../../contract/names.ts';
import type { CatalogCode, NamedKind } from '../../query/model.ts';
import { baseName } from '../home.ts';
import type { CheckContext } from '../indexes/indexes.ts';
import { quoted } from '../markdown.ts';
import { orgList, seenIn } from '../orgNames.ts';
import type { ProjectFacts } from '../indexes/projectFacts.ts';
import { normalOf, reference, unique, word, type Suggestion } from './suggestion.ts';

interface Known {
  readonly context: CheckContext;
  readonly facts: ProjectFacts;
  /** What it declares comes first. */
  readonly file?: string;
}

export function namesOf(named: NamedKind, known: Known): readonly Suggestion[] {
  const { context } = known;
  const files = inFiles[named](known);
  const system = named === 'wrapUpCode' ? systemCodeNames.map((text) => word(text, 'system code')) : [];
  return unique([...files, ...inOrg(named, context), ...system], normalOf);
}

/** Names that the org has and nobody deleted. Made once for a reading, and again when its age is told in other words. */
export function inOrg(named: NamedKind, context: CheckContext): readonly Suggestion[] {
  const { org, now } = context;
  const list = orgList(named, context);
  if (org === undefined || list === undefined) return [];
  const seen = seenIn(org, now);
  const known = ofOrg.get(list);
  if (known?.seen === seen) return known.suggestions;
  const suggestions = list.flatMap(({ id, name, deleted }): readonly Suggestion[] => {
    if (deleted === true) return [];
    return [{ ...reference(name, `in ${org.org.name}`, `\`${id}\` ${quoted(seen)}.`), normal: normaliseName(name) }];
  });
  ofOrg.set(list, { seen, suggestions });
  return suggestions;
}

const ofOrg = new WeakMap<object, { readonly seen: string; readonly suggestions: readonly Suggestion[] }>();

/** The names of codes; made once for each list of them. */
export function codeNames(catalogs: readonly CatalogCode[]): readonly Suggestion[] {
  const known =
    ofCatalogs.get(catalogs) ??
    catalogs.map((code) => ({
      ...reference(code.name, code.code ?? 'code of a catalog', aboutCode(code)),
      normal: normaliseName(code.name),
    }));
  ofCatalogs.set(catalogs, known);
  return known;
}

const ofCatalogs = new WeakMap<readonly CatalogCode[], readonly Suggestion[]>();

const inFiles: Readonly<Record<NamedKind, (known: Known) => readonly Suggestion[]>> = {
  queue: ({ facts, file, context: { queueNames = [] } }) => [
    ...facts
      .queues()
      .toSorted((a, b) => Number(b.file === file) - Number(a.file === file))
      .map((queue) => reference(queue.name, `${codes(facts.codesOn(queue.name))}, in ${baseName(queue.file)}`)),
    ...queueNames.map((name) => reference(name, 'queue of a catalog')),
  ],
  division: ({ facts }) =>
    byCount(facts.divisions())
      .filter(([name]) => name !== '*')
      .map(([name, count]) => reference(name, `named ${count === 1 ? 'once' : `${count} times`} in the catalogs`)),
  wrapUpCode: ({ context: { catalogs } }) => (catalogs === undefined ? [] : codeNames(catalogs)),
  user: () => [],
};

/** Markdown. */
export function aboutCode({ name, code, category, subcategory, tags }: CatalogCode): string {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Code', code],
    ['Category', category],
    ['Subcategory', subcategory],
    ['Tags', tags.length === 0 ? undefined : tags.join(', ')],
  ];
  const lines = facts.flatMap(([title, text]) => (text === undefined ? [] : `- ${title}: ${quoted(text)}`));
  return [`**${quoted(name)}**`, '', ...lines].join('\n');
}

/** The most used first, then by name. */
export function byCount(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

export function codes(count: number): string {
  return count === 1 ? '1 code' : `${count} codes`;
}
