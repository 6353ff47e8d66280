/** The repairs of invented keys: small edits that keep comments, quotes and order. */
import { formatDuration } from '../contract/afterCallWork.ts';
import type { KeyRewrite } from '../contract/inventions.ts';
import { meantRegion } from '../contract/inventions.ts';
import { addPair, removePair, renameKey, type SpanEdit } from '../text/edit.ts';
import { writeText } from '../text/quote.ts';
import type { MapNode, Node, Pair } from '../text/tree.ts';
import { childOf, isText, keyOf, pairOf } from '../text/walk.ts';
import type { Entry } from './entry.ts';
import type { Indexes } from './indexes.ts';
import { isId } from './rules/id-instead-of-name.ts';
import { fixIf, type FixPlan } from './rule.ts';

export interface RewriteSite {
  readonly entry: Entry;
  /** The map in which the invented key stands. */
  readonly parent: MapNode;
  readonly pair: Pair;
  /** Absent in a project file. */
  readonly indexes?: Indexes;
}

/** The rewrite where it is certain, and always the removal where that is possible. */
export function rewritesOf(rewrite: KeyRewrite, site: RewriteSite): readonly FixPlan[] {
  const { pair, entry, parent } = site;
  const removal = fixIf(`Remove \`${keyOf(pair)}\``, removePair(entry.text, parent, pair));
  const found = rewriting(rewrite, site);
  return found === undefined ? removal : [{ ...found, preferred: true }, ...removal];
}

function rewriting(rewrite: KeyRewrite, site: RewriteSite): FixPlan | undefined {
  switch (rewrite.kind) {
    case 'renameKey':
      return renaming(site, rewrite.to);
    case 'toQueues':
      return toQueues(site);
    case 'toName':
      return replacing(site, rewrite.to, nameIn(site.pair.value));
    case 'mapValue':
      return replacing(site, rewrite.to, mapped(site.pair.value, rewrite.values));
    case 'toDuration':
      return replacing(site, rewrite.to, duration(site.pair.value, rewrite.unit === 's' ? 1000 : 1));
    case 'toRegion':
      return replacing(
        site,
        'region',
        isText(site.pair.value) ? meantRegion(site.pair.value.value)?.domain : undefined,
      );
    case 'toEvents':
      return toEvents(site);
    case 'moveTo':
      return moving(site);
    case 'removeKey':
      return undefined;
  }
}

function renaming({ parent, pair }: RewriteSite, to: string): FixPlan | undefined {
  if (pairOf(parent, to) !== undefined || parent.alias === true) return undefined;
  return { title: `Change to \`${to}\``, edits: [renameKey(pair, to)] };
}

/** Key and value replaced, whatever the value was. */
function replacing({ parent, pair }: RewriteSite, to: string, value: string | undefined): FixPlan | undefined {
  const node = pair.value;
  if (value === undefined || node === undefined || pairOf(parent, to) !== undefined || parent.alias === true)
    return undefined;
  const written = isText(node) && node.value === value && node.alias !== true ? node.source : writeText(value);
  const edits: SpanEdit[] = [renameKey(pair, to)];
  if (node.kind === 'scalar' && node.style !== 'block') edits.push({ span: node.span, newText: written });
  else if (isOneLine(node)) edits.push({ span: node.span, newText: written });
  else
    return {
      title: `Change to \`${to}: ${written}\``,
      edits: [{ span: pair.span, newText: `${writeText(to)}: ${written}` }],
    };
  return { title: `Change to \`${to}: ${written}\``, edits };
}

function toQueues(site: RewriteSite): FixPlan | undefined {
  const { parent, pair } = site;
  const node = pair.value;
  if (node === undefined || pairOf(parent, 'queues') !== undefined || parent.alias === true) return undefined;
  if (node.kind === 'seq' && node.items.length > 0 && node.items.every((item) => isText(item) && !isId(item.value)))
    return renaming(site, 'queues');
  const items = node.kind === 'seq' ? node.items : [node];
  const names = items.flatMap((item) => nameIn(item) ?? []);
  if (names.length !== items.length || names.some(isId)) return undefined;
  const list = `[${names.map((name) => writeText(name)).join(', ')}]`;
  const edits = isOneLine(node)
    ? [renameKey(pair, 'queues'), { span: node.span, newText: list }]
    : [{ span: pair.span, newText: `queues: ${list}` }];
  return { title: `Change to \`queues: ${list}\``, edits };
}

function isOneLine(node: Node): boolean {
  return (
    (node.kind === 'scalar' && node.style !== 'block' && !node.source.includes('\n')) ||
    (node.kind !== 'scalar' && node.flow)
  );
}

/** The name in a text, or in the `name` of a map; an id is no name. */
function nameIn(node: Node | undefined): string | undefined {
  const text = node?.kind === 'map' ? childOf(node, 'name') : node;
  return isText(text) && text.value !== '' && !isId(text.value) ? text.value : undefined;
}

function mapped(node: Node | undefined, values: Readonly<Record<string, string>>): string | undefined {
  const text = node?.kind === 'scalar' ? String(node.value) : '';
  return Object.hasOwn(values, text) ? values[text] : undefined;
}

function duration(node: Node | undefined, factor: number): string | undefined {
  const amount =
    node?.kind === 'scalar' && (typeof node.value === 'number' || typeof node.value === 'string')
      ? Number(node.value) * factor
      : Number.NaN;
  return Number.isInteger(amount) && amount >= 1000 && amount <= 3_600_000 ? formatDuration(amount) : undefined;
}

function toEvents({ parent, pair }: RewriteSite): FixPlan | undefined {
  const items = pair.value?.kind === 'seq' ? pair.value.items : pair.value === undefined ? [] : [pair.value];
  const urls = items.map((item) => (isText(item) ? item : (childOf(item, 'url') ?? childOf(item, 'callbackUrl'))));
  const texts = urls.flatMap((url) => (isText(url) && url.value.startsWith('https://') ? [url.value] : []));
  if (
    texts.length === 0 ||
    texts.length !== items.length ||
    pairOf(parent, 'events') !== undefined ||
    parent.alias === true
  )
    return undefined;
  const list = texts.map((url) => `{ url: ${JSON.stringify(url)} }`).join(', ');
  return { title: 'Change to `events`', edits: [{ span: pair.span, newText: `events: [${list}]` }] };
}

/** Tags of a whole catalog go to each of its codes that has none of its own. */
function moving({ entry, parent, pair, indexes }: RewriteSite): FixPlan | undefined {
  const codes = childOf(indexes?.head.map, 'codes');
  const removal = removePair(entry.text, parent, pair);
  const tags =
    pair.value?.kind === 'seq' && pair.value.items.every(isText)
      ? pair.value.items.filter(isText)
      : isText(pair.value)
        ? [pair.value]
        : [];
  if (codes?.kind !== 'seq' || removal === undefined || tags.length === 0 || codes.items.length === 0) return undefined;
  const list = `[${tags.map(({ value }) => writeText(value)).join(', ')}]`;
  const additions = codes.items.map((code) =>
    code.kind === 'map' && pairOf(code, 'reportingTags') === undefined
      ? addPair(entry.text, code, 'reportingTags', list)
      : undefined,
  );
  const edits = additions.flatMap((addition) => addition ?? []);
  return edits.length === codes.items.length
    ? { title: 'Move the tags to each code', edits: [...removal, ...edits] }
    : undefined;
}
