import { findInventedKey } from '../../../contract/inventions.ts';
import { writeText } from '../../../text/quote.ts';
import type { MapNode, Node, Pair } from '../../../text/tree.ts';
import { isText, keyOf, pairOf } from '../../../text/walk.ts';
import { isJson } from '../../query/queryFilters.ts';
import type { FixPlan } from '../../rule.ts';
import { placeOf } from '../../schemaPlace.ts';
import { removeKeeping, replacePair } from './comments.ts';
import type { RewriteSite } from './site.ts';

/** Start and end, wherever they stand, become one `interval`. One end alone is an interval of a day, which is not preferred. */
export function toInterval(site: RewriteSite, part: 'from' | 'to' | 'whole'): FixPlan | undefined {
  const { entry, parent, pair } = site;
  const own = pairOf(parent, 'interval');
  if ((own !== undefined && own !== pair) || parent.alias === true) return undefined;
  if (part === 'whole') return whole(site);
  const partner = partnerOf(site, part === 'from' ? 'to' : 'from');
  const [from, to] = part === 'from' ? [pair, partner] : [partner, pair];
  const [start, end] = [momentIn(from?.value), momentIn(to?.value)];
  const removal = partner === undefined ? [] : removeKeeping(entry.text, parent, partner);
  if ((from !== undefined && start === undefined) || (to !== undefined && end === undefined) || removal === undefined)
    return undefined;
  const isAlone = start === undefined || end === undefined;
  const interval = `${start ?? 'P1D'}/${end ?? 'P1D'}`;
  const plan = replaced(site, interval);
  if (isAlone) return { ...plan, title: `${plan.title}, one day long`, preferred: false };
  return { ...plan, edits: [...plan.edits, ...removal] };
}

function replaced({ entry, parent, pair }: RewriteSite, interval: string): FixPlan {
  const written = writeText(interval);
  const [key, value] = isJson(parent) ? ['"interval"', JSON.stringify(interval)] : ['interval', written];
  return { title: `Change to \`interval: ${written}\``, edits: replacePair(entry.text, pair, `${key}: ${value}`) };
}

function partnerOf({ entry, parent, pair, path = [keyOf(pair)] }: RewriteSite, part: 'from' | 'to'): Pair | undefined {
  const place = placeOf(entry, path);
  return parent.pairs.find((other) => {
    const rewrite = place === undefined ? undefined : findInventedKey(place, keyOf(other))?.rewrite;
    return other !== pair && rewrite?.kind === 'toInterval' && rewrite.part === part;
  });
}

/** `{ from: …, to: … }`, a list of two, or a text. */
function whole(site: RewriteSite): FixPlan | undefined {
  const node = site.pair.value;
  if (isText(node)) return replaced(site, node.value);
  const ends =
    node?.kind === 'seq' ? (node.items.length === 2 ? node.items : []) : node?.kind === 'map' ? endsOf(node) : [];
  const [start, end] = ends.map(momentIn);
  return start === undefined || end === undefined ? undefined : replaced(site, `${start}/${end}`);
}

function endsOf(map: MapNode): readonly (Node | undefined)[] {
  return (['from', 'to'] as const).map(
    (part) =>
      map.pairs.find((pair) => {
        const rewrite = findInventedKey('details', keyOf(pair))?.rewrite;
        return rewrite?.kind === 'toInterval' && rewrite.part === part;
      })?.value,
  );
}

/** A date, or date and time. A space between them is a `T` in ISO 8601. */
function momentIn(node: Node | undefined): string | undefined {
  const text = isText(node) ? node.value.trim() : '';
  return /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/i.test(text)
    ? text.replace(' ', 'T')
    : undefined;
}
