/** What the org says otherwise than an entry, written into the entry: small edits that leave all else as it is. */
import type { WrapUpCode } from '../../contract/generated/files.ts';
import { addItem, addPair, removeItem, replaceText, type SpanEdit } from '../../text/edit.ts';
import { writeText } from '../../text/quote.ts';
import type { MapNode, Node, SeqNode } from '../../text/tree.ts';
import { isText, keyOf, pairOf } from '../../text/walk.ts';

/** What the org has, in the names of the files. A field that is left out stays as it is. */
export interface OrgSays {
  readonly name: string;
  readonly description?: string;
  readonly division?: string;
  readonly queues?: readonly string[];
  readonly outbound?: NonNullable<WrapUpCode['outbound']>;
  /** A name in `formerly` that is the present one again, and the name that it takes the place of. */
  readonly renamedBack?: { readonly from: string; readonly to: string };
}

export interface EntryEdits {
  readonly edits: readonly SpanEdit[];
  /** The fields that are written anew; those that cannot be are in `stuck`. */
  readonly written: readonly string[];
  readonly stuck: readonly string[];
}

export function entryEdits(text: string, entry: MapNode, says: OrgSays): EntryEdits {
  const edits: SpanEdit[] = [];
  const written: string[] = [];
  const stuck: string[] = [];
  const take = (field: string, own: readonly SpanEdit[] | undefined): void => {
    if (own === undefined) stuck.push(field);
    else if (own.length > 0) {
      edits.push(...own);
      written.push(field);
    }
  };
  take('name', setText(text, entry, 'name', says.name));
  if (says.renamedBack !== undefined) take('formerly', renameBack(entry, says.renamedBack));
  if (says.description !== undefined) take('description', setText(text, entry, 'description', says.description));
  if (says.division !== undefined) take('division', setText(text, entry, 'division', says.division));
  if (says.queues !== undefined) take('queues', setList(text, entry, 'queues', says.queues));
  if (says.outbound !== undefined)
    take(
      'outbound',
      says.outbound === 'default'
        ? textForList(text, entry, 'outbound', 'default')
        : setList(text, entry, 'outbound', says.outbound),
    );
  return { edits, written, stuck };
}

function setText(text: string, entry: MapNode, key: string, wanted: string): readonly SpanEdit[] | undefined {
  const pair = pairOf(entry, key);
  if (pair === undefined) return addPair(text, entry, key, writeText(wanted, entry.flow));
  const { value } = pair;
  if (isText(value)) {
    if (value.value === wanted) return [];
    if (value.alias === true || value.style === 'block') return undefined;
    return [replaceText(value, wanted)];
  }
  return value === undefined
    ? [{ span: pair.span, newText: `${keyOf(pair)}: ${writeText(wanted, entry.flow)}` }]
    : undefined;
}

/** The same where a list may stand. */
function textForList(text: string, entry: MapNode, key: string, wanted: string): readonly SpanEdit[] | undefined {
  const pair = pairOf(entry, key);
  if (pair?.value?.kind !== 'seq') return setText(text, entry, key, wanted);
  const { value } = pair;
  return value.alias === true
    ? undefined
    : [{ span: { start: pair.key.span.end, end: value.span.end }, newText: `: ${wanted}` }];
}

function renameBack(
  entry: MapNode,
  { from, to }: NonNullable<OrgSays['renamedBack']>,
): readonly SpanEdit[] | undefined {
  const list = pairOf(entry, 'formerly')?.value;
  const items: readonly Node[] = list?.kind === 'seq' && list.alias !== true ? list.items : [];
  const item = items.find((one) => isText(one) && one.value === from);
  return isText(item) && item.alias !== true ? [replaceText(item, to)] : undefined;
}

/** Takes out what is too much, and adds what is missing at the end: the order of the rest stays. */
function setList(
  text: string,
  entry: MapNode,
  key: string,
  wanted: readonly string[],
): readonly SpanEdit[] | undefined {
  const list = pairOf(entry, key)?.value;
  const inFlow = `[${wanted.map((one) => writeText(one)).join(', ')}]`;
  if (list === undefined) return pairOf(entry, key) === undefined ? addPair(text, entry, key, inFlow) : undefined;
  if (list.kind === 'scalar') return list.alias === true ? undefined : [{ span: list.span, newText: inFlow }];
  if (list.kind !== 'seq' || list.alias === true) return undefined;
  const isKept = (item: Node): boolean => isText(item) && wanted.includes(item.value);
  const kept = list.items.filter(isKept);
  const missing = wanted.filter((one) => !kept.some((item) => isText(item) && item.value === one));
  if (kept.length === list.items.length && missing.length === 0) return [];
  if (list.flow || kept.length === 0)
    return [{ span: list.span, newText: list.flow ? flowList(text, kept, missing) : `  ${inFlow}` }];
  return changedLines(text, list, kept, missing);
}

function flowList(text: string, kept: readonly Node[], missing: readonly string[]): string {
  const own = kept.map(({ span }) => text.slice(span.start, span.end));
  return `[${[...own, ...missing.map((one) => writeText(one))].join(', ')}]`;
}

function changedLines(
  text: string,
  list: SeqNode,
  kept: readonly Node[],
  missing: readonly string[],
): readonly SpanEdit[] | undefined {
  const edits: SpanEdit[] = [];
  for (const [index, item] of list.items.entries()) {
    const gone = kept.includes(item) ? [] : removeItem(text, list, index);
    if (gone === undefined) return undefined;
    edits.push(...gone);
  }
  // Behind the last one that stays, so that no line is put into one that goes.
  let written = '';
  for (const one of missing) {
    const [added] = addItem(text, { ...list, items: kept }, one) ?? [];
    if (added === undefined) return undefined;
    written += added.newText;
    if (one === missing.at(-1)) edits.push({ ...added, newText: written });
  }
  return edits;
}
