/** Where the places of the table are in our files. */
import type { FileKind, SchemaPath } from '../schema.ts';
import type { FilterFamily, FilterPart, Place, RealPlace } from './model.ts';
import { surveyPlaceNames, surveyPlaces } from './surveyRules.ts';

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
  ...surveyPlaces,
  ...filterPlaces(),
};

function filterPlaces(): Readonly<Record<`${FilterFamily}.${FilterPart}`, RealPlace>> {
  const of = (family: FilterFamily): Readonly<Record<FilterPart, RealPlace>> => {
    const isOne = family === 'aggregate';
    const start: SchemaPath = isOne ? [filterKeys[family]] : [filterKeys[family], '*'];
    const at = (part: FilterPart): RealPlace => ({
      kind: isOne ? 'ConversationAggregates' : 'ConversationDetails',
      path: [...start, ...partPaths[part]],
    });
    return {
      filter: at('filter'),
      clause: at('clause'),
      predicate: at('predicate'),
      clausePredicate: at('clausePredicate'),
    };
  };
  const conversation = of('conversation');
  const segment = of('segment');
  const evaluation = of('evaluation');
  const survey = of('survey');
  const resolution = of('resolution');
  const aggregate = of('aggregate');
  return {
    'conversation.filter': conversation.filter,
    'conversation.clause': conversation.clause,
    'conversation.predicate': conversation.predicate,
    'conversation.clausePredicate': conversation.clausePredicate,
    'segment.filter': segment.filter,
    'segment.clause': segment.clause,
    'segment.predicate': segment.predicate,
    'segment.clausePredicate': segment.clausePredicate,
    'evaluation.filter': evaluation.filter,
    'evaluation.clause': evaluation.clause,
    'evaluation.predicate': evaluation.predicate,
    'evaluation.clausePredicate': evaluation.clausePredicate,
    'survey.filter': survey.filter,
    'survey.clause': survey.clause,
    'survey.predicate': survey.predicate,
    'survey.clausePredicate': survey.clausePredicate,
    'resolution.filter': resolution.filter,
    'resolution.clause': resolution.clause,
    'resolution.predicate': resolution.predicate,
    'resolution.clausePredicate': resolution.clausePredicate,
    'aggregate.filter': aggregate.filter,
    'aggregate.clause': aggregate.clause,
    'aggregate.predicate': aggregate.predicate,
    'aggregate.clausePredicate': aggregate.clausePredicate,
  };
}

export const placeNames: readonly Place[] = [
  'head',
  'code',
  'categories',
  'queue',
  'afterCallWork',
  'project',
  'environment',
  'event',
  'details',
  'aggregates',
  'details.where',
  'aggregates.where',
  'paging',
  'view',
  'sortMetric',
  ...surveyPlaceNames,
  ...everywhere('filter', 'clause', 'predicate', 'clausePredicate'),
];

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
