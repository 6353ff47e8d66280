/** What is known of the names in a catalog. */
import { describe } from '../../contract/descriptions.ts';
import { parseInstant } from '../../contract/instant.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText } from '../../text/walk.ts';
import { aboutCategory, aboutSubcategory } from './aboutCategory.ts';
import { aboutCode, aboutCodeKey } from './aboutCode.ts';
import { aboutQueue } from './aboutQueue.ts';
import { orgLine } from './orgLine.ts';
import type { HoverSite, ValueSite } from './site.ts';
import { counted, fromNow } from './words.ts';
import { quoted } from '../markdown.ts';

/** A key that people choose, and the list of codes; undefined for those that the schema describes. */
export function aboutCatalogKey(site: HoverSite): string | undefined {
  const { path, kind, facts } = site;
  const name = String(path.at(-1));
  if (path.length === 2 && path[0] === 'queues') return aboutQueue(name, site);
  if (path.length === 2 && path[0] === 'categories') return aboutCategory(name, site);
  if (path.length !== 1 || name !== 'codes') return undefined;
  const queues = facts().queues().length;
  return [
    `**codes**`,
    `The catalogs hold ${counted(facts().codes(), 'code')} and ${counted(queues, 'queue')}.`,
    describe(kind, path),
  ].join('\n\n');
}

export function aboutCatalogValue(site: ValueSite): string | undefined {
  const { path, node, root, kind, context } = site;
  if (!isText(node)) return undefined;
  const key = path.findLast((step) => typeof step === 'string');
  const text = node.value;
  const docs = describe(kind, path) ?? '';
  if (path[0] === 'categories') return aboutSubcategory(text, String(path[1]), site);
  const code = path[0] === 'codes' ? codeAt(root, path[1]) : undefined;
  const beside = childOf(code, 'category');
  const category = isText(beside) ? beside.value : undefined;
  switch (key) {
    case 'name':
      return code && `${aboutCode(code, text, site)}\n\n${docs}`;
    case 'code':
      return code && `${aboutCodeKey(text, site)}\n\n${docs}`;
    case 'queues':
      return aboutQueue(text, site);
    case 'category':
      return aboutCategory(text, site);
    case 'subcategory':
      return aboutSubcategory(text, category, site);
    case 'division':
      return text === '*' ? undefined : withDocs(aboutDivision(text, site), docs);
    case 'reportingTags':
      return withDocs(`**Tag ${quoted(text)}**\n\n${have(site.facts().tags().get(text) ?? 0)} it.`, docs);
    case 'formerly':
      return withDocs(orgLine('wrapUpCode', text, context), docs);
    case 'environments':
      return withDocs(aboutEnvironment(text, site), docs);
    case 'validFrom':
    case 'validThrough':
      return withDocs(fromNow(parseInstant(text), context.now), docs);
    default:
      return undefined;
  }
}

function aboutDivision(name: string, { facts, context }: ValueSite): string {
  const count = facts().divisions().get(name) ?? 0;
  const uses = `Named ${count === 1 ? 'once' : counted(count, 'time')} in the catalogs.`;
  return [`**Division ${quoted(name)}**`, uses, orgLine('division', name, context)]
    .filter((line) => line !== undefined)
    .join('\n\n');
}

function aboutEnvironment(name: string, { context: { project } }: ValueSite): string | undefined {
  const environments = project?.environments ?? {};
  const known = Object.hasOwn(environments, name) ? environments[name] : undefined;
  if (known === undefined) return undefined;
  return `**Environment ${quoted(name)}**\n\nRegion \`${known.region}\`.${known.protected === true ? ' It is protected.' : ''}`;
}

function have(count: number): string {
  return `${counted(count, 'code')} ${count === 1 ? 'has' : 'have'}`;
}

function withDocs(facts: string | undefined, docs: string): string {
  return facts === undefined ? docs : `${facts}\n\n${docs}`;
}

function codeAt(root: Node, index: string | number | undefined): Node | undefined {
  const codes = childOf(root, 'codes');
  return codes?.kind === 'seq' && typeof index === 'number' ? codes.items[index] : undefined;
}
