/** What a catalog that is kept item by item says as a whole: its codes on queues, its data, its counts. */
import type { WrapUpCatalog } from '../../contract/generated/files.ts';
import type { Item, LiveText } from '../../text/live/index.ts';
import { keyOf } from '../../text/walk.ts';
import { catalogValue, codeValue } from '../catalogValue.ts';
import { newCatalogFacts, type CatalogFacts } from '../catalogFacts.ts';
import type { HeadEntry } from '../entry.ts';
import type { QueueUse } from '../indexes.ts';
import type { HeadFacts, NamedQueue } from '../usesOf.ts';
import type { ItemRecord } from './itemRecord.ts';

export interface CatalogData {
  /** The keys of the queues that the code is on. */
  add(record: ItemRecord, facts: HeadFacts): readonly string[];
  remove(record: ItemRecord, facts: HeadFacts): readonly string[];
  /** How many codes are on the default queues. */
  readonly withoutQueues: number;
  names(queue: string, facts: HeadFacts): boolean;
  queueCount(key: string, facts: HeadFacts): number;
  queueUses(key: string, catalog: { readonly head: HeadEntry; readonly facts: HeadFacts }): Iterable<QueueUse>;
  value(head: HeadEntry): WrapUpCatalog | undefined;
  counts(head: HeadEntry): CatalogFacts;
  headChanged(head: HeadEntry): void;
  /** True where two items say the same to queries and to those who count. */
  saysSame(before: Item | undefined, after: Item | undefined): boolean;
}

export function newCatalogData(text: LiveText, records: ReadonlyMap<Item, ItemRecord>): CatalogData {
  const onQueues = new Map<string, number>();
  let inheriting = 0;
  let counted: CatalogFacts | undefined;
  const count = (record: ItemRecord, facts: HeadFacts, by: 1 | -1): readonly string[] => {
    if (by === 1) counted?.add(record.entry.node);
    else counted?.remove(record.entry.node);
    if (record.queues === 'default') {
      inheriting += by;
      return keysOf(facts.defaultQueues?.named ?? []);
    }
    for (const { key } of record.queues) {
      const left = (onQueues.get(key) ?? 0) + by;
      if (left === 0) onQueues.delete(key);
      else onQueues.set(key, left);
    }
    return keysOf(record.queues);
  };
  const isDefault = (key: string, { defaultQueues }: HeadFacts): boolean =>
    defaultQueues?.named.some((queue) => queue.key === key) === true;
  return {
    add: (record, facts) => count(record, facts, 1),
    remove: (record, facts) => count(record, facts, -1),
    get withoutQueues() {
      return inheriting;
    },
    names: (key, facts) => onQueues.has(key) || (inheriting > 0 && isDefault(key, facts)),
    queueCount: (key, facts) => (onQueues.get(key) ?? 0) + (isDefault(key, facts) ? inheriting : 0),
    *queueUses(key, { head, facts }) {
      const inDefaults = facts.defaultQueues?.named.find((queue) => queue.key === key);
      for (const item of text.layout?.items ?? []) {
        const record = records.get(item);
        if (record === undefined) continue;
        const isOwn = record.queues !== 'default';
        const queue = record.queues === 'default' ? inDefaults : record.queues.find((own) => own.key === key);
        const code = record.entry;
        if (queue !== undefined) yield { text: queue.text, span: queue.span, entry: isOwn ? code : head, code, head };
      }
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

function keysOf(queues: readonly NamedQueue[]): readonly string[] {
  return queues.map(({ key }) => key);
}

/** All that is written but the fields that nobody else asks for. */
function saidOf({ text, node }: Item): string {
  if (node.kind !== 'map') return text;
  const pairs = node.pairs.filter((pair) => keyOf(pair) !== 'description');
  return pairs.map(({ span }) => text.slice(span.start, span.end)).join('\n');
}
