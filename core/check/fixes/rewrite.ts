/** The repairs of invented keys: small edits that keep comments, quotes and order. */
import type { KeyRewrite } from '../../contract/inventions.ts';
import { meantRegion } from '../../contract/inventions.ts';
import { isText, keyOf } from '../../text/walk.ts';
import { fixIf, type FixPlan } from '../rule.ts';
import { moving, toEvents, toQueues } from './rewrites/catalog.ts';
import { removeKeeping } from './rewrites/comments.ts';
import { toInterval } from './rewrites/interval.ts';
import { listsMetrics, toList } from './rewrites/lists.ts';
import { toPredicates } from './rewrites/predicates.ts';
import { periodIn, toGranularity, toKind } from './rewrites/query.ts';
import type { RewriteSite } from './rewrites/site.ts';
import { unwrap } from './rewrites/unwrap.ts';
import { duration, mapped, nameIn, renaming, replacing } from './rewrites/values.ts';
import { toWhere } from './rewrites/where.ts';

export type { RewriteSite } from './rewrites/site.ts';

/** The rewrite where it is certain, and always the removal where that is possible. */
export function rewritesOf(rewrite: KeyRewrite, site: RewriteSite): readonly FixPlan[] {
  const { pair, entry, parent } = site;
  const found = rewriting(rewrite, site);
  const isMeant = found === undefined && entry.kind === 'query' && meansNothing(rewrite, site);
  const removal = fixIf(`Remove \`${keyOf(pair)}\``, removeKeeping(entry.text, parent, pair), isMeant);
  return found === undefined ? removal : [{ preferred: true, ...found }, ...removal];
}

/** True where a query without the key asks the same. */
function meansNothing(rewrite: KeyRewrite, { pair }: RewriteSite): boolean {
  if (rewrite.kind === 'toGranularity') return isText(pair.value) && periodIn(pair.value.value) === '';
  return rewrite.kind === 'removeKey' || (rewrite.kind === 'toKind' && rewrite.ifMetrics === true);
}

function rewriting(rewrite: KeyRewrite, site: RewriteSite): FixPlan | undefined {
  const { value } = site.pair;
  switch (rewrite.kind) {
    case 'renameKey':
      return renaming(site, rewrite.to);
    case 'toQueues':
      return toQueues(site);
    case 'toName':
      return replacing(site, rewrite.to, nameIn(value));
    case 'mapValue':
      return replacing(site, rewrite.to, mapped(value, rewrite.values));
    case 'toDuration':
      return replacing(site, rewrite.to, duration(value, rewrite.unit === 's' ? 1000 : 1));
    case 'toRegion':
      return replacing(site, 'region', isText(value) ? meantRegion(value.value)?.domain : undefined);
    case 'toEvents':
      return toEvents(site);
    case 'moveTo':
      return moving(site);
    case 'toInterval':
      return toInterval(site, rewrite.part);
    case 'toList':
      return toList(site, rewrite.to);
    case 'toGranularity':
      return toGranularity(site);
    case 'toKind':
      return rewrite.ifMetrics === true && !listsMetrics(value) ? undefined : toKind(site, rewrite.to);
    case 'toWhere':
      return toWhere(site);
    case 'toPredicates':
      return toPredicates(site);
    case 'unwrap':
      return unwrap(site);
    case 'removeKey':
      return undefined;
  }
}
