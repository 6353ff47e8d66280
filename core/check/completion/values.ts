/** The values that make sense at a place: fixed words, and what each kind of file knows. */
import { allowedValues } from '../../contract/descriptions.ts';
import { findRegion } from '../../contract/regions.ts';
import { fileKinds, isQueryKind, queryKinds, type FileKind } from '../../contract/schema.ts';
import { childOf } from '../../text/walk.ts';
import { fileKindOf } from '../fileKind.ts';
import { unitIn } from '../query/queryWords.ts';
import { catalogValues } from './catalogValues.ts';
import { projectValues } from './projectValues.ts';
import { queryValues } from './querySuggestions.ts';
import type { ValueSite } from './site.ts';
import { word, type Suggestion } from './suggestion.ts';
import { usualFirst } from './valueOrder.ts';
import { surveyValues } from './surveyValues.ts';

/** Beyond the words that a schema lists: one function for each kind of file. */
const valuesByKind: Readonly<Record<FileKind, (site: ValueSite) => readonly Suggestion[]>> = {
  WrapUpCatalog: catalogValues,
  GenesysProject: projectValues,
  SurveyRules: surveyValues,
  ConversationDetails: (site) => queryValues({ ...site, kind: 'ConversationDetails' }),
  ConversationAggregates: (site) => queryValues({ ...site, kind: 'ConversationAggregates' }),
};

/** Suggestions in the order in which they are useful. */
export function suggestedValues(site: ValueSite): readonly Suggestion[] {
  const { kind, path, file } = site;
  if (path.length === 1 && path[0] === 'kind') return kindsIn(file, kind).map((text) => word(text));
  const fixed = allowedValues(kind, path).map(({ value, description, isDefault }): Suggestion => {
    const region = path.at(-1) === 'region' ? findRegion(String(value)) : undefined;
    const detail = region?.name ?? (isDefault ? 'default' : isQueryKind(kind) ? unitIn(description) : undefined);
    return { ...word(String(value), detail), ...(description !== undefined && { documentation: description }) };
  });
  return fixed.length > 0 ? usualFirst(fitting(fixed, site), path) : valuesByKind[kind](site);
}

/** The type of a predicate is what it names, where it names something already. */
function fitting(fixed: readonly Suggestion[], { kind, path, cursor }: ValueSite): readonly Suggestion[] {
  if (!isQueryKind(kind) || path.at(-1) !== 'type' || path.at(-3) !== 'predicates') return fixed;
  const named = fixed.filter(({ text }) => childOf(cursor.map, text) !== undefined);
  return named.length > 0 ? named : fixed;
}

/** The kinds that a file may say it is, by its name. */
export function kindsIn(file: string, kind?: FileKind): readonly FileKind[] {
  const promised = fileKindOf(file);
  if (promised === undefined) return isQueryKind(kind) ? queryKinds : fileKinds;
  return promised === 'query' ? queryKinds : [promised];
}
