/** What a place in a file means: what is known of it first, then what the format says about it. */
import { isFileKind, isQueryKind } from '../../contract/schema.ts';
import type { Position, Range, Span } from '../../text/position.ts';
import type { SourceFile } from '../../text/tree.ts';
import { keyOf, placeAt } from '../../text/walk.ts';
import { documentKind } from '../fileKind.ts';
import type { CheckContext } from '../indexes/indexes.ts';
import { factsFor } from '../indexes/projectFacts.ts';
import { aboutCatalogKey, aboutCatalogValue } from './catalogHover.ts';
import { aboutKey, aboutValue } from './plainHover.ts';
import { aboutQueryKey, aboutQueryValue } from './queryHover.ts';
import type { HoverSite, ValueSite } from './site.ts';
import { aboutSurveyKey, aboutSurveyValue } from './surveyHover.ts';

export interface Hover {
  /** Markdown. */
  readonly contents: string;
  readonly range: Range;
}

/** What there is to say about the key or value at a position. Needs the head of its file and the entry around it only. */
export function hoverAt(source: SourceFile, position: Position, context: CheckContext): Hover | undefined {
  const offset = source.lines.offsetAt(position);
  const document = source.documents.find(
    ({ root }) => root !== undefined && root.span.start <= offset && offset <= root.span.end,
  );
  const kind = documentKind(source.name, document?.root);
  if (document?.root === undefined || !isFileKind(kind)) return undefined;
  const place = placeAt(document.root, offset);
  const path = place.steps.map((step) => ('pair' in step ? keyOf(step.pair) : step.index));
  const last = place.steps.at(-1);
  if (last === undefined) return undefined;
  const site = { kind, path, root: document.root, context, facts: () => factsFor(source, context) };
  const hover = (contents: string | undefined, span: Span): Hover | undefined =>
    contents === undefined || contents === '' ? undefined : { contents, range: source.lines.rangeOf(span) };
  if (place.onKey && 'pair' in last) return hover(keyHover(site), last.pair.key.span);
  if (place.node?.kind !== 'scalar') return undefined;
  return hover(valueHover({ ...site, node: place.node }), place.node.span);
}

function keyHover(site: HoverSite): string | undefined {
  if (isQueryKind(site.kind)) return aboutQueryKey(site.kind, site.path);
  if (site.kind === 'SurveyRules') return aboutSurveyKey(site) ?? aboutKey(site);
  const known = site.kind === 'WrapUpCatalog' ? aboutCatalogKey(site) : undefined;
  return known ?? aboutKey(site);
}

function valueHover(site: ValueSite): string | undefined {
  const { kind, path, node, root, context } = site;
  const inQuery = isQueryKind(kind) ? aboutQueryValue(kind, path, node, root, context) : undefined;
  if (kind === 'SurveyRules') return aboutSurveyValue(site) ?? aboutValue(site);
  const known = kind === 'WrapUpCatalog' ? aboutCatalogValue(site) : undefined;
  return inQuery ?? known ?? aboutValue(site);
}
