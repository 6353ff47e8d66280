/** What is known of a text and not written in it: shown beside it. */
import { isQueryKind } from '../../contract/schema.ts';
import type { Range, Span } from '../../text/position.ts';
import type { Node, SourceFile } from '../../text/tree.ts';
import { childOf } from '../../text/walk.ts';
import { queryEntry } from '../entry.ts';
import { documentKind } from '../fileKind.ts';
import { wholeOf } from '../home.ts';
import type { CheckContext } from '../indexes/indexes.ts';
import { codeInlays, headInlays } from './catalogInlays.ts';
import { usualInlays, type Inlay, type InlayKind } from './model.ts';
import { projectInlays } from './projectInlays.ts';
import { queryInlays } from './queryInlays.ts';
import type { Site } from './site.ts';
import { tagInlays } from './tagInlays.ts';

/**
 * The interval as it will be sent, ids beside names and names beside ids where the org is known, and the tags of codes.
 * Only hints within `range` and of the kinds in `shown`; costs what stands in the range, and the head of its document.
 */
export function inlaysOf(
  source: SourceFile,
  context: CheckContext,
  range?: Range,
  shown: ReadonlySet<InlayKind> = usualInlays,
): readonly Inlay[] {
  const site: Site = { source, context, shown, meets: meeting(source, range) };
  return source.documents
    .flatMap(({ root }, document) => (root === undefined ? [] : documentInlays(site, root, document)))
    .filter(({ kind, position }) => shown.has(kind) && (range === undefined || isWithin(position.line, range)))
    .toSorted((a, b) => a.position.line - b.position.line || a.position.character - b.position.character);
}

function documentInlays(site: Site, root: Node, document: number): readonly Inlay[] {
  const { source, meets } = site;
  const kind = documentKind(source.name, root);
  if (!meets(root.span)) return [];
  if (isQueryKind(kind)) return queryInlays(site, queryEntry(wholeOf(source), root, kind, document));
  if (kind === 'GenesysProject') return projectInlays(site, root);
  if (kind !== 'WrapUpCatalog') return [];
  const codes = childOf(root, 'codes');
  const items = codes?.kind === 'seq' && codes.alias !== true ? codes.items.filter(({ span }) => meets(span)) : [];
  return [
    ...headInlays(site, root),
    ...items.flatMap((code) => [...codeInlays(site, code), ...tagInlays(site, code, root)]),
  ];
}

function meeting({ lines }: SourceFile, range: Range | undefined): (span: Span) => boolean {
  if (range === undefined) return () => true;
  const start = lines.offsetAt({ line: range.start.line, character: 0 });
  const end = lines.offsetAt({ line: range.end.line + 1, character: 0 });
  return (span) => span.start <= end && span.end >= start;
}

function isWithin(line: number, { start, end }: Range): boolean {
  return start.line <= line && line <= end.line;
}
