/** What a place in a file means. */
import { parseInstant } from '../../contract/instant.ts';
import { promptFacts } from '../../contract/afterCallWork.ts';
import { allowedValues, describe } from '../../contract/descriptions.ts';
import { normaliseName } from '../../contract/names.ts';
import { findRegion } from '../../contract/regions.ts';
import { isFileKind, isQueryKind, type FileKind } from '../../contract/schema.ts';
import type { Position, Range, Span } from '../../text/position.ts';
import type { Node, SourceFile } from '../../text/tree.ts';
import { childOf, isText, keyOf, placeAt, textsOf } from '../../text/walk.ts';
import { documentKind } from '../fileKind.ts';
import type { CheckContext } from '../indexes.ts';
import { quoted } from '../markdown.ts';
import { aboutQueryKey, aboutQueryValue } from './queryHover.ts';

export interface Hover {
  /** Markdown. */
  readonly contents: string;
  readonly range: Range;
}

/** The description of the key or value at a position; undefined where there is nothing to say. */
export function hoverAt(source: SourceFile, position: Position, context: CheckContext): Hover | undefined {
  const offset = source.lines.offsetAt(position);
  const document = source.documents.find(
    ({ root }) => root !== undefined && root.span.start <= offset && offset <= root.span.end,
  );
  const kind = documentKind(source.name, document?.root);
  if (document?.root === undefined || !isFileKind(kind)) return undefined;
  const place = placeAt(document.root, offset);
  const path = place.steps.map((step) => ('pair' in step ? keyOf(step.pair) : step.index));
  const last = place.steps.at(-1);
  if (last === undefined) return undefined;
  const hover = (contents: string | undefined, span: Span): Hover | undefined =>
    contents === undefined ? undefined : { contents, range: source.lines.rangeOf(span) };
  if (place.onKey && 'pair' in last) return hover(aboutKey(kind, path, document.root), last.pair.key.span);
  if (place.node?.kind !== 'scalar') return undefined;
  return hover(aboutValue(kind, path, place.node, document.root, context), place.node.span);
}

function aboutKey(kind: FileKind, path: readonly (string | number)[], root: Node): string | undefined {
  if (isQueryKind(kind)) return aboutQueryKey(kind, path);
  const name = String(path.at(-1));
  if (kind === 'WrapUpCatalog' && path.length === 2 && path[0] === 'queues') return aboutQueue(root, name);
  if (kind === 'WrapUpCatalog' && path.length === 2 && path[0] === 'categories') return aboutCategory(root, name);
  const description = describe(kind, path);
  return description === undefined || description === '' ? undefined : `**${name}**\n\n${description}`;
}

function aboutValue(
  kind: FileKind,
  path: readonly (string | number)[],
  node: Node,
  root: Node,
  context: CheckContext,
): string | undefined {
  const inQuery = isQueryKind(kind) ? aboutQueryValue(kind, path, node, root, context) : undefined;
  if (inQuery !== undefined) return inQuery;
  const { now } = context;
  const key = path.findLast((step) => typeof step === 'string');
  const text = isText(node) ? node.value : undefined;
  const known = allowedValues(kind, path).find(
    ({ value }) => value === (node.kind === 'scalar' ? node.value : undefined),
  );
  if (known?.description !== undefined) return `\`${String(known.value)}\`: ${known.description}`;
  const prompt = key === 'prompt' && text !== undefined ? promptFacts(text) : undefined;
  if (prompt !== undefined)
    return `\`${prompt.prompt}\`: ${prompt.label}. Agents ${prompt.mandatory ? 'must' : 'need not'} choose a code.`;
  const region = key === 'region' && text !== undefined ? findRegion(text) : undefined;
  if (region !== undefined)
    return `**${region.name}**\n\n\`${region.domain}\` is \`${region.awsRegion}\`. Requests go to \`${region.apiHost}\`.`;
  if (kind !== 'WrapUpCatalog' || text === undefined) return describe(kind, path);
  if (key === 'queues') return aboutQueue(root, text);
  if (key === 'category') return aboutCategory(root, text);
  if (key === 'validFrom' || key === 'validThrough')
    return [fromNow(parseInstant(text), now), describe(kind, path)].filter((part) => part !== undefined).join('\n\n');
  return describe(kind, path);
}

function aboutQueue(root: Node, name: string): string {
  const wanted = normaliseName(name);
  const queues = childOf(root, 'queues');
  const pair =
    queues?.kind === 'map' ? queues.pairs.find((candidate) => normaliseName(keyOf(candidate)) === wanted) : undefined;
  const settings = childOf(pair?.value, 'afterCallWork');
  const [prompt, timeout, membership] = [
    childOf(settings, 'prompt'),
    childOf(settings, 'timeout'),
    childOf(pair?.value, 'membership'),
  ];
  const lines = [
    `**Queue ${quoted(name)}**`,
    pair === undefined
      ? 'This catalog does not declare it.'
      : `${counted(codesWith(root, 'queues', name))} of this catalog on it.`,
  ];
  if (isText(prompt))
    lines.push(
      `After-call work: ${promptFacts(prompt.value)?.label ?? quoted(prompt.value)}${isText(timeout) ? `, ${quoted(timeout.value)}` : ''}.`,
    );
  if (isText(membership) && membership.value === 'exact')
    lines.push('A push takes off codes that no catalog lists (`membership: exact`).');
  return lines.join('\n\n');
}

function aboutCategory(root: Node, name: string): string {
  const subcategories = textsOf(childOf(childOf(root, 'categories'), name)).map(({ value }) => quoted(value));
  const listed =
    subcategories.length === 0
      ? 'The matrix lists no subcategories for it.'
      : `Subcategories: ${subcategories.join(', ')}.`;
  return `**Category ${quoted(name)}**\n\n${counted(codesWith(root, 'category', name))} of this catalog. ${listed}\n\nIts codes get the tag ${quoted(`cat:${name}`)}.`;
}

function counted(count: number): string {
  return count === 1 ? '1 code' : `${count} codes`;
}

function codesWith(root: Node, key: string, text: string): number {
  const codes = childOf(root, 'codes');
  if (codes?.kind !== 'seq') return 0;
  const defaults = key === 'queues' ? childOf(childOf(root, 'defaults'), 'queues') : undefined;
  const wanted = normaliseName(text);
  return codes.items.filter((code) => {
    const value = childOf(code, key) ?? defaults;
    const texts = isText(value) ? [value] : textsOf(value);
    return texts.some((node) => normaliseName(node.value) === wanted);
  }).length;
}

function fromNow(moment: number | undefined, now: number): string | undefined {
  if (moment === undefined) return undefined;
  const days = Math.round(Math.abs(moment - now) / 86_400_000);
  const distance = days === 0 ? 'less than a day' : days === 1 ? '1 day' : `${days} days`;
  return moment < now ? `${distance} ago.` : `In ${distance}.`;
}
