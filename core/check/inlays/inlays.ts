/** What a query will send, beside what is written. */
import { isQueryKind } from '../../contract/schema.ts';
import type { Position, Range } from '../../text/position.ts';
import type { SourceFile } from '../../text/tree.ts';
import { documentKind } from '../fileKind.ts';
import { queryEntry, type QueryEntry } from '../entry.ts';
import type { CheckContext } from '../indexes.ts';
import { ageOf, foundInOrg, nameOfId } from '../orgNames.ts';
import { intervalOf } from '../queryInterval.ts';
import { comparedValues } from '../queryValues.ts';

export interface Inlay {
  /** Behind this text. */
  readonly position: Position;
  readonly label: string;
  /** Plain text. */
  readonly tooltip?: string;
}

/** The interval as it will be sent, and where the org is known the ids of names and the names of ids. Only those within `range`. */
export function inlaysOf(source: SourceFile, context: CheckContext, range?: Range): readonly Inlay[] {
  const all = source.documents.flatMap(({ root }, document) => {
    const kind = documentKind(source.name, root);
    if (root === undefined || !isQueryKind(kind)) return [];
    const entry = queryEntry(source.text, root, kind, document);
    return [...intervalInlay(entry, source, context), ...idInlays(entry, source, context)];
  });
  return range === undefined ? all : all.filter(({ position }) => isWithin(position, range));
}

function intervalInlay(entry: QueryEntry, source: SourceFile, context: CheckContext): readonly Inlay[] {
  const site = intervalOf(entry.map, context);
  if (site?.result.ok !== true || site.result.interval.sent === site.node.value.trim()) return [];
  return [
    {
      position: source.lines.positionAt(site.node.span.end),
      label: site.result.interval.sent,
      tooltip: `What is sent if this runs now. Read in ${site.timeZone}.`,
    },
  ];
}

function idInlays(entry: QueryEntry, source: SourceFile, context: CheckContext): readonly Inlay[] {
  const { org, now } = context;
  if (org === undefined) return [];
  const seen = `in ${org.org.name}, seen ${ageOf(org, now)}.`;
  return comparedValues(entry).flatMap(({ dimension, node, named }): Inlay[] => {
    const position = source.lines.positionAt(node.span.end);
    const name = named === undefined ? nameOfId(dimension, String(node.value), context) : undefined;
    if (name !== undefined && node.alias !== true) return [{ position, label: name, tooltip: `This id ${seen}` }];
    const [found, another] = named === undefined ? [] : (foundInOrg(named, String(node.value), context) ?? []);
    if (found === undefined || another !== undefined || node.alias === true) return [];
    return [{ position, label: found.id.slice(0, 8), tooltip: `${found.id} ${seen}` }];
  });
}

function isWithin({ line }: Position, { start, end }: Range): boolean {
  return start.line <= line && line <= end.line;
}
