import type { SchemaPath } from '../../../contract/schema.ts';
import type { MapNode, Pair } from '../../../text/tree.ts';
import type { Entry } from '../../entry.ts';
import type { Indexes } from '../../indexes/indexes.ts';

/** Where an invented key stands. */
export interface RewriteSite {
  readonly entry: Entry;
  /** The map in which the invented key stands. */
  readonly parent: MapNode;
  readonly pair: Pair;
  /** Keys and indexes from the entry to the key. */
  readonly path?: SchemaPath;
  /** Of a catalog only. */
  readonly indexes?: Indexes;
}
