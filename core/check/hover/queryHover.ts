/** What a place of a query means, beyond its schema. */
import { describe } from '../../contract/descriptions.ts';
import { dimensionFactsOf } from '../../contract/dimensions.ts';
import type { SchemaPath } from '../../contract/schema.ts';
import type { CatalogCode, NamedKind, QueryKind } from '../../query/model.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText } from '../../text/walk.ts';
import { codeKeys, codesBy } from '../indexes/codeIndex.ts';
import type { CheckContext } from '../indexes/indexes.ts';
import { quoted } from '../markdown.ts';
import { kindTitles, namedBy, nameOfId, seenIn } from '../orgNames.ts';
import { columnsAt } from '../query/queryColumns.ts';
import { intervalOf } from '../query/queryInterval.ts';
import { presenceWords } from '../query/queryWhere.ts';
import { whereKeyAt, whereMeaning } from '../query/queryWords.ts';
import { orgLine } from './orgLine.ts';
import { counted } from './words.ts';

/** Markdown for a key: its description, what it becomes in the body, and what is published of its values. */
export function aboutQueryKey(kind: QueryKind, path: SchemaPath): string | undefined {
  const description = describe(kind, path);
  if (description === undefined || description === '') return undefined;
  const keys = path.filter((step) => typeof step === 'string');
  const known = whereKeyAt(kind, keys);
  const values = known?.type === 'dimension' && known.named === undefined ? publishedValues(known.field) : undefined;
  const parts = [`**${String(path.at(-1))}**`, description, known && whereMeaning(kind, known), values];
  return parts.filter((part) => part !== undefined).join('\n\n');
}

/** Markdown for a value; undefined where the schema says all there is. */
export function aboutQueryValue(
  kind: QueryKind,
  path: SchemaPath,
  node: Node,
  root: Node,
  context: CheckContext,
): string | undefined {
  if (!isText(node)) return undefined;
  const keys = path.filter((step) => typeof step === 'string');
  if (keys.length === 1 && keys[0] === 'interval') return aboutInterval(root, context);
  if (keys[0] === 'output' && keys[1] === 'columns') return aboutColumn(kind, root, node.value);
  if (keys[0] !== 'where') return keys.at(-1) === 'value' ? aboutId(root, path, node.value, context) : undefined;
  if (keys[1] === 'wrapUpCode' && keys[2] !== undefined) return aboutCodes(keys[2], node.value, context);
  const known = whereKeyAt(kind, keys);
  if (known?.named === undefined) return known && idLine(known.field, node.value, context);
  if (presenceWords.includes(node.value)) return undefined;
  return aboutName(known.named, node.value, context);
}

function aboutInterval(root: Node, context: CheckContext): string | undefined {
  const site = intervalOf(root, context);
  if (site === undefined) return undefined;
  if (!site.result.ok) return quoted(site.result.problem.message);
  return `Sent as \`${site.result.interval.sent}\` if this runs now.\n\nRead in ${quoted(site.timeZone)}; the end is not part of it.`;
}

function aboutColumn(kind: QueryKind, root: Node, key: string): string | undefined {
  const column = columnsAt(kind, root).find((candidate) => candidate.key === key);
  if (column === undefined) return undefined;
  return [`**${quoted(column.title)}**`, column.description].filter((part) => part !== undefined).join('\n\n');
}

/** The id of a predicate: what has it. */
function aboutId(root: Node, path: SchemaPath, id: string, context: CheckContext): string | undefined {
  const predicate = path
    .slice(0, -1)
    .reduce<Node | undefined>(
      (node, step) =>
        node?.kind === 'seq' && typeof step === 'number' ? node.items[step] : childOf(node, String(step)),
      root,
    );
  const dimension = childOf(predicate, 'dimension');
  return isText(dimension) ? idLine(dimension.value, id, context) : undefined;
}

function idLine(dimension: string, id: string, context: CheckContext): string | undefined {
  const [kind, name] = [namedBy(dimension), nameOfId(dimension, id, context)];
  const { org, now } = context;
  if (kind === undefined || name === undefined || org === undefined) return undefined;
  return `**${kindTitles[kind]} ${quoted(name)}**\n\nThis id ${quoted(seenIn(org, now))}.`;
}

function aboutName(named: NamedKind, name: string, context: CheckContext): string {
  const lines = [`**${kindTitles[named]} ${quoted(name)}**`];
  const [code] = named === 'wrapUpCode' ? codesBy(context.catalogs ?? [], 'name', name) : [];
  if (code !== undefined) lines.push(aboutCode(code));
  const { facts } = context;
  if (named === 'queue' && facts?.queue(name) !== undefined)
    lines.push(`The catalogs put ${counted(facts.codesOn(name), 'code')} on it.`);
  lines.push(orgLine(named, name, context) ?? 'Its id is looked up in the org when the query runs.');
  return lines.join('\n\n');
}

function aboutCode({ code, category, subcategory, tags }: CatalogCode): string {
  const facts = [
    code === undefined ? undefined : `code ${quoted(code)}`,
    category === undefined ? undefined : `category ${quoted(category)}`,
    subcategory === undefined ? undefined : `subcategory ${quoted(subcategory)}`,
    tags.length === 0 ? undefined : `tags ${tags.map(quoted).join(', ')}`,
  ].filter((part) => part !== undefined);
  return facts.length === 0 ? 'In a catalog of this project.' : `In a catalog of this project: ${facts.join('; ')}.`;
}

/** The codes that one value of `{ category: … }` stands for; the first ones by name. */
function aboutCodes(by: string, text: string, { catalogs }: CheckContext): string | undefined {
  if (catalogs === undefined) return undefined;
  const key = codeKeys.find((known) => known === by);
  const found = key === undefined ? [] : codesBy(catalogs, key, text);
  if (found.length === 0) return `No code of the catalogs has the ${by} ${quoted(text)}.`;
  const shown = found.slice(0, 10).map(({ name }) => `- ${quoted(name)}`);
  const more = found.length > shown.length ? [`- and ${found.length - shown.length} more`] : [];
  return [`**${counted(found.length, 'code')} with the ${by} ${quoted(text)}**`, '', ...shown, ...more].join('\n');
}

function publishedValues(dimension: string): string | undefined {
  const facts = dimensionFactsOf(dimension);
  if (facts?.type === 'boolean') return 'It is `true` or `false`.';
  if (facts?.values === undefined) return undefined;
  return `Published values: ${facts.values.map((value) => `\`${value}\``).join(', ')}.`;
}
