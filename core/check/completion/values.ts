/** The values that make sense at a place: fixed words, and names that the file or the project already has. */
import { allowedValues, examplesOf } from '../../contract/descriptions.ts';
import { findRegion } from '../../contract/regions.ts';
import type { FileKind, SchemaPath } from '../../contract/schema.ts';
import { fileKinds, isQueryKind, queryKinds } from '../../contract/schema.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText, keyOf, textsOf } from '../../text/walk.ts';
import type { Cursor } from './cursor.ts';
import type { CheckContext } from '../indexes.ts';
import { dayOf } from '../moment.ts';
import { queryValues } from './querySuggestions.ts';
import { unitIn } from '../queryWords.ts';

export interface Suggestion {
  readonly text: string;
  /** `word`: a fixed word, written as it is. `reference`: something defined elsewhere. `text`: anything else. */
  readonly kind: 'word' | 'reference' | 'text';
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
}

export interface ValueSite {
  readonly kind: FileKind;
  readonly path: SchemaPath;
  readonly cursor: Cursor;
  readonly root: Node | undefined;
  readonly context: CheckContext;
}

/** Suggestions in the order in which they are useful. */
export function suggestedValues(site: ValueSite): readonly Suggestion[] {
  const { kind, path } = site;
  if (path.length === 1 && path[0] === 'kind')
    return (isQueryKind(kind) ? queryKinds : fileKinds).map((text) => ({ text, kind: 'word' }));
  const fixed = allowedValues(kind, path).map(({ value, description, isDefault }): Suggestion => {
    const region = path.at(-1) === 'region' ? findRegion(String(value)) : undefined;
    const detail = region?.name ?? (isDefault ? 'default' : isQueryKind(kind) ? unitIn(description) : undefined);
    return {
      text: String(value),
      kind: 'word',
      ...(detail === undefined ? {} : { detail }),
      ...(description === undefined ? {} : { documentation: description }),
    };
  });
  if (fixed.length > 0) return fixed;
  if (isQueryKind(kind)) return queryValues({ ...site, kind });
  return kind === 'WrapUpCatalog' ? catalogValues(site) : projectValues(site);
}

function catalogValues({ path, cursor, root, context }: ValueSite): readonly Suggestion[] {
  const key = path.findLast((step) => typeof step === 'string' && step !== '*');
  const matrix = childOf(root, 'categories');
  switch (key) {
    case 'category':
      return pairsOf(matrix).map((pair) =>
        reference(
          keyOf(pair),
          textsOf(pair.value)
            .map(({ value }) => value)
            .join(', '),
        ),
      );
    case 'subcategory':
      return subcategories(matrix, childOf(cursor.map, 'category'));
    case 'queues':
      return pairsOf(childOf(root, 'queues')).map((pair) => reference(keyOf(pair), 'queue declared in this catalog'));
    case 'environments':
      return Object.entries(context.project?.environments ?? {}).map(([name, { region }]) => reference(name, region));
    case 'reportingTags':
      return used(root, (code) => textsOf(childOf(code, 'reportingTags'))).map((text) =>
        reference(text, 'tag used in this catalog'),
      );
    case 'division':
      return [
        ...used(
          root,
          (code) => [childOf(code, 'division')].filter(isText),
          [childOf(root, 'division')].filter(isText),
        ).map((text) => reference(text, 'division used in this catalog')),
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
      return ['15s', '30s', '60s', '2m', '5m'].map((text) => ({ text, kind: 'word' }));
    default:
      return [];
  }
}

function projectValues({ kind, path }: ValueSite): readonly Suggestion[] {
  if (path.at(-1) === 'timeZone')
    return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((text) => ({ text, kind: 'word' }));
  if (path.at(-1) === 'org') return [];
  return examplesOf(kind, path).flatMap((example): Suggestion[] =>
    typeof example === 'string' ? [{ text: example, kind: 'text', detail: 'example' }] : [],
  );
}

function subcategories(matrix: Node | undefined, category: Node | undefined): readonly Suggestion[] {
  const pairs = pairsOf(matrix);
  const own = isText(category) ? pairs.filter((pair) => keyOf(pair) === category.value) : [];
  return (own.length > 0 ? own : pairs).flatMap((pair) =>
    textsOf(pair.value).map(({ value }) => reference(value, keyOf(pair))),
  );
}

/** Texts that the codes of the file use, and its head, each once. */
function used(
  root: Node | undefined,
  textsIn: (code: Node) => readonly { readonly value: string }[],
  inHead: readonly { readonly value: string }[] = [],
): readonly string[] {
  const codes = childOf(root, 'codes');
  const texts = codes?.kind === 'seq' ? codes.items.flatMap((code) => textsIn(code).map(({ value }) => value)) : [];
  return [...new Set([...inHead.map(({ value }) => value), ...texts])]
    .filter((text) => !text.includes('\uE000') && text !== '*')
    .toSorted();
}

function pairsOf(node: Node | undefined): readonly (Node & { readonly kind: 'map' })['pairs'][number][] {
  return node?.kind === 'map' ? node.pairs : [];
}

function reference(text: string, detail: string): Suggestion {
  return { text, kind: 'reference', ...(detail === '' ? {} : { detail }) };
}
