/** What one catalog says, as counts that an edit of one code changes by that code only. */
import { normaliseName } from '../../contract/names.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText, keyOf, textsOf } from '../../text/walk.ts';

/** A queue as a catalog declares it; texts as they are written. */
export interface QueueFacts {
  readonly name: string;
  /** The file that declares it. */
  readonly file: string;
  readonly prompt?: string;
  readonly timeout?: string;
  readonly membership?: string;
}

/** How often each text occurs. */
export type Counts = ReadonlyMap<string, number>;

export interface CatalogFacts {
  readonly file: string;
  /** Puts the head's settings in the place of the former ones. Items of `codes` in it are not looked at. */
  setHead(root: Node | undefined): void;
  add(code: Node): void;
  /** Takes out what `add` of the same node put in. */
  remove(code: Node): void;
  /** Codes, of any state. */
  readonly codes: number;
  readonly queues: readonly QueueFacts[];
  /** Active codes on a queue, by its normalised name: their own queues, or the catalog's default ones. */
  codesOn(queue: string): number;
  /** By `partKey`. */
  readonly parts: Counts;
  readonly tags: Counts;
  /** Of codes; the head's counts once. */
  readonly divisions: Counts;
}

/** The key of a category, or of one of its subcategories, among `parts`. */
export function partKey(category: string, subcategory?: string): string {
  return JSON.stringify(subcategory === undefined ? [category] : [category, subcategory]);
}

export function newCatalogFacts(file: string): CatalogFacts {
  const [onQueues, parts, tags, divisions] = [newBag(), newBag(), newBag(), newBag()];
  let codes = 0;
  let withoutQueues = 0;
  let division: string | undefined;
  let head: Head = { queues: [], defaults: new Set(), division: undefined };
  const count = (code: Node, by: 1 | -1): void => {
    codes += by;
    const [own, category, subcategory] = [
      childOf(code, 'queues'),
      textAt(code, 'category'),
      textAt(code, 'subcategory'),
    ];
    if (isActive(code) && own === undefined) withoutQueues += by;
    if (isActive(code)) for (const queue of normalised(own)) onQueues.add(queue, by);
    if (category !== undefined) parts.add(partKey(category), by);
    if (category !== undefined && subcategory !== undefined) parts.add(partKey(category, subcategory), by);
    for (const tag of new Set(textsOf(childOf(code, 'reportingTags')).map(({ value }) => value))) tags.add(tag, by);
    const owner = textAt(code, 'division');
    if (owner !== undefined) divisions.add(owner, by);
  };
  return {
    file,
    setHead(root) {
      head = headOf(root, file);
      if (division !== undefined) divisions.add(division, -1);
      division = head.division;
      if (division !== undefined) divisions.add(division, 1);
    },
    add: (code) => count(code, 1),
    remove: (code) => count(code, -1),
    get codes() {
      return codes;
    },
    get queues() {
      return head.queues;
    },
    codesOn: (queue) => (onQueues.counts.get(queue) ?? 0) + (head.defaults.has(queue) ? withoutQueues : 0),
    parts: parts.counts,
    tags: tags.counts,
    divisions: divisions.counts,
  };
}

interface Head {
  readonly queues: readonly QueueFacts[];
  /** Normalised. */
  readonly defaults: ReadonlySet<string>;
  readonly division: string | undefined;
}

function headOf(root: Node | undefined, file: string): Head {
  const queues = childOf(root, 'queues');
  const declared = queues?.kind === 'map' ? queues.pairs : [];
  return {
    queues: declared.map((pair) => queueFacts(keyOf(pair), pair.value, file)),
    defaults: normalised(childOf(childOf(root, 'defaults'), 'queues')),
    division: textAt(root, 'division'),
  };
}

function queueFacts(name: string, declaration: Node | undefined, file: string): QueueFacts {
  const settings = childOf(declaration, 'afterCallWork');
  const [prompt, timeout] = [textAt(settings, 'prompt'), textAt(settings, 'timeout')];
  const membership = textAt(declaration, 'membership');
  return {
    name,
    file,
    ...(prompt !== undefined && { prompt }),
    ...(timeout !== undefined && { timeout }),
    ...(membership !== undefined && { membership }),
  };
}

function isActive(code: Node): boolean {
  return (textAt(code, 'state') ?? 'active') === 'active';
}

function textAt(node: Node | undefined, key: string): string | undefined {
  const text = childOf(node, key);
  return isText(text) ? text.value : undefined;
}

/** Each name once, whatever its spelling. */
function normalised(list: Node | undefined): ReadonlySet<string> {
  return new Set(textsOf(list).map(({ value }) => normaliseName(value)));
}

interface Bag {
  readonly counts: Counts;
  add(text: string, by: number): void;
}

function newBag(): Bag {
  const counts = new Map<string, number>();
  return {
    counts,
    add(text, by) {
      const left = (counts.get(text) ?? 0) + by;
      if (left === 0) counts.delete(text);
      else counts.set(text, left);
    },
  };
}
