/** Rewrites of catalogs and projects: queues, events, tags of all codes. */
import { addPair, removePair, renameKey } from '../../../text/edit.ts';
import { writeText } from '../../../text/quote.ts';
import { childOf, isText, pairOf } from '../../../text/walk.ts';
import { isId } from '../../rules/id-instead-of-name.ts';
import { editsIn, type FixPlan } from '../../rule.ts';
import type { RewriteSite } from './site.ts';
import { isOneLine, nameIn, renaming } from './values.ts';

export function toQueues(site: RewriteSite): FixPlan | undefined {
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

export function toEvents({ parent, pair }: RewriteSite): FixPlan | undefined {
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

/** No fix edits more codes than this. */
const manyCodes = 200;

export function moving({ entry, parent, pair, indexes }: RewriteSite): FixPlan | undefined {
  const codes = indexes?.codeEntries(manyCodes) ?? [];
  const removal = removePair(entry.text, parent, pair);
  const tags =
    pair.value?.kind === 'seq' && pair.value.items.every(isText)
      ? pair.value.items.filter(isText)
      : isText(pair.value)
        ? [pair.value]
        : [];
  if (removal === undefined || tags.length === 0 || codes.length === 0) return undefined;
  const list = `[${tags.map(({ value }) => writeText(value)).join(', ')}]`;
  const additions = codes.map((code) =>
    code.map !== undefined && pairOf(code.map, 'reportingTags') === undefined
      ? editsIn(code, addPair(code.text, code.map, 'reportingTags', list))
      : undefined,
  );
  const edits = additions.flatMap((addition) => addition ?? []);
  return edits.length === codes.length
    ? { title: 'Move the tags to each code', edits: [...removal, ...edits] }
    : undefined;
}
