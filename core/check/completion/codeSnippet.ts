/** A whole wrap-up code, fitted to its catalog and project. */
import { allowedValues } from '../../contract/descriptions.ts';
import type { Node } from '../../text/tree.ts';
import { writeText } from '../../text/quote.ts';
import { childOf, keyOf, textsOf } from '../../text/walk.ts';
import { dayOf } from '../moment.ts';
import type { Draft, Site } from './site.ts';
import { choice, placeholder } from './snippetText.ts';

type SnippetSite = Pick<Site, 'root' | 'context' | 'facts' | 'range'> & { readonly cursor: { readonly inset: number } };

/** The editor indents the lines after the first. */
export function codeSnippet(site: SnippetSite, lead: '- ' | ''): Draft {
  const lines = fieldsOf(site).map(([key, value], index) => `${key}: ${value(index + 1)}`);
  const indent = ' '.repeat(site.cursor.inset + lead.length);
  return {
    label: 'new wrap-up code',
    kind: 'snippet',
    detail: fieldsOf(site)
      .map(([key]) => key)
      .join(', '),
    documentation: 'A whole wrap-up code. Only `name` is needed; remove what you do not use.',
    insertText: `${lead}${lines.join(`\n${indent}`)}`,
    isSnippet: true,
    filterText: `${lead}name`,
    range: site.range,
  };
}

type Field = readonly [key: string, value: (stop: number) => string];

function fieldsOf(site: SnippetSite): readonly Field[] {
  const usual: readonly Field[] = [
    ['name', (stop) => placeholder(stop, 'What agents see')],
    ['code', (stop) => placeholder(stop, 'KEY')],
    ...categoryFields(childOf(site.root, 'categories')),
    ['description', (stop) => placeholder(stop, 'Text for administrators')],
    ...queueFields(site),
  ];
  const asked = site.context.project?.policy?.require ?? [];
  const others = asked.filter((key) => !usual.some(([known]) => known === key) && key !== 'subcategory');
  return [...usual, ...others.map((key): Field => [key, (stop) => askedValue(key, stop, site)])];
}

/** Several categories have different subcategories, and a choice cannot depend on another: that one is typed. */
function categoryFields(matrix: Node | undefined): readonly Field[] {
  const pairs = matrix?.kind === 'map' ? matrix.pairs : [];
  const names = pairs.map((pair) => writeText(keyOf(pair)));
  const category: Field = ['category', (stop) => choice(stop, names, 'category')];
  if (pairs.length > 1) return [category];
  const subcategories = textsOf(pairs[0]?.value).map(({ value }) => writeText(value));
  if (pairs.length === 1 && subcategories.length === 0) return [category];
  return [category, ['subcategory', (stop) => choice(stop, subcategories, 'subcategory')]];
}

/** Default queues need not be written again. */
function queueFields({ root, facts }: SnippetSite): readonly Field[] {
  if (textsOf(childOf(childOf(root, 'defaults'), 'queues')).length > 0) return [];
  const declared = childOf(root, 'queues');
  const own = declared?.kind === 'map' ? declared.pairs.map(keyOf) : [];
  const names = own.length > 0 ? own : facts.queues().map(({ name }) => name);
  return [
    [
      'queues',
      (stop) =>
        `[${choice(
          stop,
          names.map((name) => writeText(name)),
          'Queue',
        )}]`,
    ],
  ];
}

function askedValue(key: string, stop: number, { context, facts }: SnippetSite): string {
  const fixed = allowedValues('WrapUpCatalog', ['codes', '*', key]).map(({ value }) => String(value));
  const { project, now } = context;
  switch (key) {
    case 'reportingTags':
      return `[${placeholder(stop, 'key:value')}]`;
    case 'environments':
      return `[${choice(
        stop,
        Object.keys(project?.environments ?? {}).map((name) => writeText(name)),
        'environment',
      )}]`;
    case 'outbound':
      return `[${choice(stop, outboundFlags)}]`;
    case 'validFrom':
      return placeholder(stop, `${dayOf(now)}T00:00:00Z`);
    case 'division':
      return choice(
        stop,
        [...facts.divisions().keys()].map((name) => writeText(name)),
        'Division',
      );
    default:
      return choice(stop, fixed, key);
  }
}

const outboundFlags = allowedValues('WrapUpCatalog', ['codes', '*', 'outbound', '*']).map(({ value }) => String(value));
