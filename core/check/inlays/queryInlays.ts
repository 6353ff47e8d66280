/** Hints of a query. */
import { isText } from '../../text/walk.ts';
import type { QueryEntry } from '../entry.ts';
import { nameOfId, seenIn } from '../orgNames.ts';
import { intervalOf } from '../query/queryInterval.ts';
import { comparedValues } from '../query/queryValues.ts';
import { conditionsOf, wantedCodes } from '../query/queryWhere.ts';
import type { Inlay } from './model.ts';
import { idInlay, idInlays, labelOf, type Site } from './site.ts';

export function queryInlays(site: Site, entry: QueryEntry): readonly Inlay[] {
  return [...intervalInlay(site, entry), ...comparedInlays(site, entry), ...pickedInlays(site, entry)];
}

function intervalInlay({ source, context, shown }: Site, entry: QueryEntry): readonly Inlay[] {
  const site = shown.has('interval') ? intervalOf(entry.map, context) : undefined;
  if (site?.result.ok !== true || site.result.interval.sent === site.node.value.trim()) return [];
  return [
    {
      kind: 'interval',
      position: source.lines.positionAt(site.node.span.end),
      label: site.result.interval.sent,
      tooltip: `What is sent if this runs now. Read in ${site.timeZone}.`,
    },
  ];
}

function comparedInlays(site: Site, entry: QueryEntry): readonly Inlay[] {
  const { source, context } = site;
  const { org, now } = context;
  if (org === undefined) return [];
  return comparedValues(entry).flatMap(({ dimension, node, named }): readonly Inlay[] => {
    if (named !== undefined) return isText(node) ? idInlay(site, named, node) : [];
    const name = nameOfId(dimension, String(node.value), context);
    if (name === undefined || node.alias === true) return [];
    const position = source.lines.positionAt(node.span.end);
    return [{ kind: 'names', position, label: labelOf(name), tooltip: `This id ${seenIn(org, now)}.` }];
  });
}

/** `{ name: … }` of wrap-up codes, which is no value of its own dimension. */
function pickedInlays(site: Site, entry: QueryEntry): readonly Inlay[] {
  const picked = conditionsOf(entry).filter(({ key, value }) => key === 'wrapUpCode' && value?.kind === 'map');
  const names = picked.flatMap(({ value }) => wantedCodes(value)).filter(({ by }) => by === 'name');
  return idInlays(
    site,
    'wrapUpCode',
    names.map(({ node }) => node),
  );
}
