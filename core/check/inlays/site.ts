import type { Span } from '../../text/position.ts';
import type { Node, SourceFile } from '../../text/tree.ts';
import { isText, type TextNode } from '../../text/walk.ts';
import type { NamedKind } from '../../query/model.ts';
import type { CheckContext } from '../indexes/indexes.ts';
import { askOrg } from '../orgNames.ts';
import type { Inlay, InlayKind } from './model.ts';

/** What hints are made from. */
export interface Site {
  readonly source: SourceFile;
  readonly context: CheckContext;
  readonly shown: ReadonlySet<InlayKind>;
  /** True for what is, at least in part, in the lines that are asked for. */
  readonly meets: (span: Span) => boolean;
}

/** The beginning of the id of the one living entity that a name means. */
export function idInlay({ source, context, shown, meets }: Site, kind: NamedKind, node: TextNode): readonly Inlay[] {
  if (!shown.has('ids') || !isWritten(node) || !meets(node.span)) return [];
  const answer = askOrg(kind, node.value, context);
  const [found, another] = answer.is === 'known' ? answer.found.filter(({ deleted }) => deleted !== true) : [];
  if (answer.is !== 'known' || found === undefined || another !== undefined) return [];
  const position = source.lines.positionAt(node.span.end);
  return [{ kind: 'ids', position, label: found.id.slice(0, 8), tooltip: `${found.id} ${answer.seen}.` }];
}

/** The ids of several texts. */
export function idInlays(site: Site, kind: NamedKind, nodes: readonly (Node | undefined)[]): readonly Inlay[] {
  return nodes.filter(isText).flatMap((node) => idInlay(site, kind, node));
}

/** Names come from the org, where they may have any length. */
export function labelOf(name: string): string {
  const text = name.replaceAll(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** False for an alias, which says the same in another place, and for a block of lines, which has no end to stand at. */
function isWritten({ alias, style }: TextNode): boolean {
  return alias !== true && style !== 'block';
}
