/** Values of `genesys.yaml`. */
import { examplesOf } from '../../contract/descriptions.ts';
import { seenIn } from '../orgNames.ts';
import { inOrg, namesOf } from './names.ts';
import type { ValueSite } from './site.ts';
import { reference, word, type Suggestion } from './suggestion.ts';

export function projectValues({ kind, path, context, facts }: ValueSite): readonly Suggestion[] {
  const { org, now } = context;
  const key = path.at(-1);
  if (key === 'timeZone') return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((text) => word(text));
  // An id that is not at hand is nothing to invent.
  if (key === 'org') return org === undefined ? [] : [reference(org.org.id, org.org.name, `${seenIn(org, now)}.`)];
  if (path[2] === 'names' && path[3] === 'queues') return mapped('queue', { context, facts });
  if (path[2] === 'names' && path[3] === 'divisions') return mapped('division', { context, facts });
  return examplesOf(kind, path).flatMap((example): Suggestion[] =>
    typeof example === 'string' ? [{ text: example, kind: 'text', detail: 'example' }] : [],
  );
}

/** What a name is called in an org: mostly something that an org has. */
function mapped(named: 'queue' | 'division', known: Pick<ValueSite, 'context' | 'facts'>): readonly Suggestion[] {
  const there = inOrg(named, known.context);
  return there.length > 0 ? there : namesOf(named, known);
}
