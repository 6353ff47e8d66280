/** What a catalog that is kept item by item says as a whole: its codes on queues, its data, its counts. */
import type { WrapUpCatalog } from '../../contract/generated/files.ts';
import type { Item, LiveText } from '../../text/live/index.ts';
import { keyOf } from '../../text/walk.ts';
import { catalogValue, codeValue } from '../indexes/catalogValue.ts';
import { newCatalogFacts, type CatalogFacts } from '../indexes/catalogFacts.ts';
import type { HeadEntry } from '../entry.ts';
import type { QueueUse } from '../indexes/indexes.ts';
import { queuesOf, type HeadFacts, type NamedQueue } from '../indexes/usesOf.ts';
import type { ItemRecord } from './itemRecord.ts';

export interface CatalogHead {
  readonly head: HeadEntry;
  readonly facts: HeadFacts;
}

export interface CatalogData {
  /** The keys of the queues that the code is on. */
  add(record: ItemRecord, facts: HeadFacts): readonly string[];
  remove(record: ItemRecord, facts: HeadFacts): readonly string[];
  /** How many codes are on the default queues. */
  readonly withoutQueues: number;
  names(queue: string, facts: HeadFacts): boolean;
  queueCount(key: string, facts: HeadFacts): number;
  /** In their order. */
  queueUses(key: string, catalog: CatalogHead): Iterable<QueueUse>;
  /** The one behind `before` others. */
  queueUseAt(key: string, before: number, catalog: CatalogHead): QueueUse | undefined;
  value(head: HeadEntry): WrapUpCatalog | undefined;
  counts(head: HeadEntry): CatalogFacts;
  headChanged(head: HeadEntry): void;
  /** True where two items say the same to queries and to those who count. */
  saysSame(before: Item | undefined, after: Item | undefined): boolean;
}

export function newCatalogData(text: LiveText, records: ReadonlyMap<Item, ItemRecord>): CatalogData {
  const onQueues = new Map<string, { readonly key: string; codes: number }>();
  let inheriting = 0;
  let counted: CatalogFacts | undefined;
  const count = (record: ItemRecord, facts: HeadFacts, by: 1 | -1): readonly string[] => {
    if (by === 1) counted?.add(record.entry.node);
    else counted?.remove(record.entry.node);
    if (record.queues === 'default') {
      inheriting += by;
      return keysOf(facts.defaultQueues?.named ?? []);
    }
    for (const key of record.queues) {
      const queue = onQueues.get(key);
      if (queue === undefined) continue;
      queue.codes += by;
      if (queue.codes === 0) onQueues.delete(key);
    }
    return record.queues;
  };
  /** One text for each key, whoever is on the queue. */
  const keysFor = (queues: readonly NamedQueue[]): readonly string[] =>
    queues.map(({ key }) => {
      const known = onQueues.get(key);
      if (known === undefined) onQueues.set(key, { key, codes: 0 });
      return known?.key ?? key;
    });
  const isDefault = (key: string, { defaultQueues }: HeadFacts): boolean =>
    defaultQueues?.named.some((queue) => queue.key === key) === true;
  /** Codes on a queue, in their order. */
  function* on(key: string, { facts }: CatalogHead): Iterable<ItemRecord> {
    const inDefaults = isDefault(key, facts);
    for (const item of text.layout?.items ?? []) {
      const record = records.get(item);
      const isOn = record?.queues === 'default' ? inDefaults : record?.queues.includes(key);
      if (record !== undefined && isOn === true) yield record;
    }
  }
  return {
    add(record, facts) {
      const queues = queuesOf(record.entry);
      record.queues = queues === 'default' ? queues : keysFor(queues);
      return count(record, facts, 1);
    },
    remove: (record, facts) => count(record, facts, -1),
    get withoutQueues() {
      return inheriting;
    },
    names: (key, facts) => onQueues.has(key) || (inheriting > 0 && isDefault(key, facts)),
    queueCount: (key, facts) => (onQueues.get(key)?.codes ?? 0) + (isDefault(key, facts) ? inheriting : 0),
    *queueUses(key, catalog) {
      for (const record of on(key, catalog)) {
        const use = useOf(record, key, catalog);
        if (use !== undefined) yield use;
      }
    },
    queueUseAt(key, before, catalog) {
      let passed = 0;
      for (const record of on(key, catalog)) if (passed++ === before) return useOf(record, key, catalog);
      return undefined;
    },
    value(head) {
      const codes = (text.layout?.items ?? []).map((item) => codeValue(records.get(item)?.entry));
      return catalogValue(head, codes);
    },
    counts(head) {
      if (counted !== undefined) return counted;
      counted = newCatalogFacts(text.name);
      counted.setHead(head.node);
      for (const { entry } of records.values()) counted.add(entry.node);
      return counted;
    },
    headChanged: (head) => counted?.setHead(head.node),
    saysSame: (before, after) => before !== undefined && after !== undefined && saidOf(before) === saidOf(after),
  };
}

function useOf(record: ItemRecord, key: string, { head, facts }: CatalogHead): QueueUse | undefined {
  const code = record.entry;
  const own = queuesOf(code);
  const queue = (own === 'default' ? (facts.defaultQueues?.named ?? []) : own).find((named) => named.key === key);
  return queue && { text: queue.text, span: queue.span, entry: own === 'default' ? head : code, code, head };
}

function keysOf(queues: readonly NamedQueue[]): readonly string[] {
  return queues.map(({ key }) => key);
}

/** All that is written but the fields that nobody else asks for. */
function saidOf({ text, node }: Item): string {
  if (node.kind !== 'map') return text;
  const pairs = node.pairs.filter((pair) => keyOf(pair) !== 'description');
  return pairs.map(({ span }) => text.slice(span.start, span.end)).join('\n');
}
