/** An item of `codes` as rules see it, for as long as it is in its file. */
import type { Item } from '../../text/live/index.ts';
import type { Range, Span } from '../../text/position.ts';
import { newRecent } from '../../text/recent.ts';
import type { MapNode, Node } from '../../text/tree.ts';
import type { CodeEntry } from '../entry.ts';
import type { Home } from '../home.ts';
import { schemaIssues, type SchemaIssue } from '../schemaIssues.ts';

/** What the items of a file have in common. */
export interface ItemFile {
  readonly file: string;
  readonly lineBreak: string;
}

const issues = newRecent<ItemEntry, readonly SchemaIssue[]>();

/**
 * Others remember it, since it is who said something. It holds nothing of the item's tree, which is read again when a
 * rule asks for it. A class, because there are thousands of them.
 */
export class ItemEntry implements CodeEntry {
  readonly item: Item;
  private readonly in: ItemFile;

  constructor(item: Item, inFile: ItemFile) {
    this.item = item;
    this.in = inFile;
  }

  get kind(): 'code' {
    return 'code';
  }

  get file(): 'WrapUpCatalog' {
    return 'WrapUpCatalog';
  }

  get text(): string {
    return this.item.text;
  }

  get node(): Node {
    return this.item.node;
  }

  get map(): MapNode | undefined {
    const { node } = this.item;
    return node.kind === 'map' ? node : undefined;
  }

  get issues(): readonly SchemaIssue[] {
    const found = issues.get(this) ?? schemaIssues('code', this.node);
    issues.put(this, found);
    return found;
  }

  get home(): Home {
    const { item, in: file } = this;
    return { ...file, rangeOf: (span) => rangeIn(item, span) };
  }
}

function rangeIn(item: Item, span: Span): Range {
  const { start, end } = item.lines.rangeOf(span);
  return {
    start: { line: start.line + item.line, character: start.character },
    end: { line: end.line + item.line, character: end.character },
  };
}
