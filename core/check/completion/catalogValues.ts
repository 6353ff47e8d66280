/** Values of a catalog: what its matrix, its project and the org know. */
import type { Node } from '../../text/tree.ts';
import { childOf, isText, keyOf, textsOf } from '../../text/walk.ts';
import { isCodeName } from '../indexes/codeIndex.ts';
import { quoted } from '../markdown.ts';
import { dayOf } from '../moment.ts';
import { byCount, codes, inOrg, namesOf } from './names.ts';
import type { ValueSite } from './site.ts';
import { choice } from './snippetText.ts';
import { reference, word, type Suggestion } from './suggestion.ts';

export function catalogValues(site: ValueSite): readonly Suggestion[] {
  const { path, cursor, root, context } = site;
  const key = path.findLast((step) => typeof step === 'string' && step !== '*');
  switch (key) {
    case 'name':
      return path[0] === 'codes' ? namesToAdopt(site) : [];
    case 'category':
      return categories(root, site);
    case 'subcategory':
      return subcategories(root, childOf(cursor.map, 'category'), site);
    case 'queues':
      // Under `queues` at the top stand names as keys.
      return path.length === 1 ? [] : namesOf('queue', site);
    case 'environments':
      return Object.entries(context.project?.environments ?? {}).map(([name, { region }]) => reference(name, region));
    case 'reportingTags':
      return tags(site);
    case 'division':
      return [
        ...namesOf('division', site).filter((own) => !isOnlyHere(own.text, site.facts.divisions(), site)),
        { text: '*', kind: 'text', detail: 'all divisions' },
      ];
    case 'validFrom':
      return [{ text: `${dayOf(context.now)}T00:00:00Z`, kind: 'text', detail: 'today, from its first second, UTC' }];
    case 'validThrough':
      return [
        {
          text: `${dayOf(context.now).slice(0, 4)}-12-31T23:59:59Z`,
          kind: 'text',
          detail: 'the end of this year, UTC',
        },
      ];
    case 'timeout':
      return ['15s', '30s', '60s', '2m', '5m'].map((text) => word(text));
    default:
      return [];
  }
}

/** Codes of the org that no catalog has: to take them into the files. Only where all catalogs are known. */
function namesToAdopt({ context }: ValueSite): readonly Suggestion[] {
  const { catalogs } = context;
  return catalogs === undefined ? [] : inOrg('wrapUpCode', context).filter(({ text }) => !isCodeName(catalogs, text));
}

function categories(root: Node | undefined, { facts }: ValueSite): readonly Suggestion[] {
  return matrixOf(root).map(({ category, subcategories: known }) => {
    const listed = known.length === 0 ? 'No subcategories.' : `Subcategories: ${known.map(quoted).join(', ')}.`;
    return reference(
      category,
      codes(facts.codesIn(category)),
      `${listed} Its codes get the tag ${quoted(`cat:${category}`)}.`,
    );
  });
}

/** Those of the category beside it; of all where it says none, or one that the matrix does not have. */
function subcategories(root: Node | undefined, beside: Node | undefined, { facts }: ValueSite): readonly Suggestion[] {
  const matrix = matrixOf(root);
  const own = isText(beside) ? matrix.filter(({ category }) => category === beside.value) : [];
  return (own.length > 0 ? own : matrix).flatMap(({ category, subcategories: known }) =>
    known.map((text) => reference(text, `${category}, ${codes(facts.codesIn(category, text))}`)),
  );
}

interface Row {
  readonly category: string;
  readonly subcategories: readonly string[];
}

function matrixOf(root: Node | undefined): readonly Row[] {
  const matrix = childOf(root, 'categories');
  const pairs = matrix?.kind === 'map' ? matrix.pairs : [];
  return pairs.map((pair) => ({ category: keyOf(pair), subcategories: textsOf(pair.value).map(({ value }) => value) }));
}

/** `priority:` with a choice of what stands behind it, then whole tags, the most used first. */
function tags(site: ValueSite): readonly Suggestion[] {
  const counts = site.facts.tags();
  const used = byCount(counts).filter(([tag]) => !isOnlyHere(tag, counts, site));
  const endings = new Map<string, string[]>();
  for (const [tag] of used) {
    const [, prefix, ending] = /^([\w-]+:)([\w.-]+)$/.exec(tag) ?? [];
    if (prefix !== undefined && ending !== undefined) endings.set(prefix, [...(endings.get(prefix) ?? []), ending]);
  }
  const prefixes = [...endings].filter(([, several]) => several.length > 1);
  return [
    ...prefixes.map(
      ([prefix, several]): Suggestion => ({
        text: prefix,
        kind: 'reference',
        detail: several.slice(0, 5).join(', '),
        snippet: `${prefix}${choice(1, several)}`,
      }),
    ),
    ...used.map(([tag, count]) => reference(tag, codes(count))),
  ];
}

/** What is being typed counts too, and is no suggestion. */
function isOnlyHere(text: string, counts: ReadonlyMap<string, number>, { cursor }: ValueSite): boolean {
  return counts.get(text) === 1 && cursor.typed !== '' && text === cursor.written;
}
