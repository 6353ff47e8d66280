/** Where the places of the table are in our files. */
import type { FileKind, SchemaPath } from '../schema.ts';
import type { FilterFamily, FilterPart, Place, RealPlace } from './model.ts';

/** The key of a query that holds the filters of a family. */
export const filterKeys: Readonly<Record<FilterFamily, string>> = {
  conversation: 'conversationFilters',
  segment: 'segmentFilters',
  evaluation: 'evaluationFilters',
  survey: 'surveyFilters',
  resolution: 'resolutionFilters',
  aggregate: 'filter',
};

export const filterFamilies: readonly FilterFamily[] = [
  'conversation',
  'segment',
  'evaluation',
  'survey',
  'resolution',
  'aggregate',
];

const partPaths: Readonly<Record<FilterPart, SchemaPath>> = {
  filter: [],
  clause: ['clauses', '*'],
  predicate: ['predicates', '*'],
  clausePredicate: ['clauses', '*', 'predicates', '*'],
};

/** Each place and where it is in our files. */
export const places: Readonly<Record<Place, RealPlace>> = {
  head: { kind: 'WrapUpCatalog', path: [] },
  code: { kind: 'WrapUpCatalog', path: ['codes', '*'] },
  categories: { kind: 'WrapUpCatalog', path: ['categories'] },
  queue: { kind: 'WrapUpCatalog', path: ['queues', '*'] },
  afterCallWork: { kind: 'WrapUpCatalog', path: ['queues', '*', 'afterCallWork'] },
  project: { kind: 'GenesysProject', path: [] },
  environment: { kind: 'GenesysProject', path: ['environments', '*'] },
  event: { kind: 'GenesysProject', path: ['environments', '*', 'events', '*'] },
  details: { kind: 'ConversationDetails', path: [] },
  aggregates: { kind: 'ConversationAggregates', path: [] },
  'details.where': { kind: 'ConversationDetails', path: ['where'] },
  'aggregates.where': { kind: 'ConversationAggregates', path: ['where'] },
  paging: { kind: 'ConversationDetails', path: ['paging'] },
  view: { kind: 'ConversationAggregates', path: ['views', '*'] },
  sortMetric: { kind: 'ConversationAggregates', path: ['sortMetric'] },
  ...filterPlaces('conversation'),
  ...filterPlaces('segment'),
  ...filterPlaces('evaluation'),
  ...filterPlaces('survey'),
  ...filterPlaces('resolution'),
  ...filterPlaces('aggregate'),
};

function filterPlaces<Family extends FilterFamily>(
  family: Family,
): Readonly<Record<`${Family}.${FilterPart}`, RealPlace>> {
  const at = (part: FilterPart): RealPlace =>
    family === 'aggregate'
      ? { kind: 'ConversationAggregates', path: [filterKeys[family], ...partPaths[part]] }
      : { kind: 'ConversationDetails', path: [filterKeys[family], '*', ...partPaths[part]] };
  const found: Record<string, RealPlace> = {
    [`${family}.filter`]: at('filter'),
    [`${family}.clause`]: at('clause'),
    [`${family}.predicate`]: at('predicate'),
    [`${family}.clausePredicate`]: at('clausePredicate'),
  };
  return found as Readonly<Record<`${Family}.${FilterPart}`, RealPlace>>;
}

export const placeNames = Object.keys(places) as readonly Place[];

/** The place that a path stands for, keys and indexes below free keys and lists included. */
export function placeAt(kind: FileKind, path: SchemaPath): Place | undefined {
  return placeNames.find((name) => {
    const place = places[name];
    return (
      place.kind === kind &&
      place.path.length === path.length &&
      place.path.every((step, index) => step === '*' || step === path[index])
    );
  });
}

/** The places of a part in all families. */
export function everywhere(...parts: readonly FilterPart[]): readonly Place[] {
  return filterFamilies.flatMap((family) => parts.map((part): Place => `${family}.${part}`));
}
