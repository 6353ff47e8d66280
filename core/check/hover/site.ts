import type { FileKind, SchemaPath } from '../../contract/schema.ts';
import type { ScalarNode, Node } from '../../text/tree.ts';
import type { CheckContext } from '../indexes/indexes.ts';
import type { ProjectFacts } from '../indexes/projectFacts.ts';

/** What stands at the mouse, and what is known around it. */
export interface HoverSite {
  readonly kind: FileKind;
  /** Keys and indexes from the document to the key or value. */
  readonly path: SchemaPath;
  readonly root: Node;
  readonly context: CheckContext;
  /** Asked for when a count is wanted. */
  readonly facts: () => ProjectFacts;
}

export interface ValueSite extends HoverSite {
  readonly node: ScalarNode;
}
