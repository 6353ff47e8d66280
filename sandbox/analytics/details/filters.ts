/** The five families of filters as one test of a conversation. */
import type { Switches } from '../../switches.ts';
import { dimensionPlaces } from '../dimensions.ts';
import { filterTest, type Test } from '../filter.ts';
import type { Filter, Predicate } from '../filterModel.ts';
import { sideOf } from '../filterRules.ts';
import type { Conversation } from '../model.ts';
import { readerOf, segmentContexts, type SegmentContext } from '../places.ts';
import { type Value, valuesTest } from '../predicate.ts';
import { metricValues, segmentDuration } from './metrics.ts';
import type { DetailsQuery } from './model.ts';

type Reader<Item> = (item: Item) => readonly Value[];

/** All filters of all families must hold. */
export function conversationTest(query: DetailsQuery, switches: Switches): Test<Conversation> {
  const compile = <Item>(filters: readonly Filter[] | undefined, readerFor: (predicate: Predicate) => Reader<Item>) =>
    (filters ?? []).map((filter) =>
      filterTest<Item>(filter, (predicate) => {
        const [read, test] = [readerFor(predicate), valuesTest(predicate, switches)];
        return (item) => test(read(item));
      }),
    );
  const ofConversation = compile<Conversation>(query.conversationFilters, (one) => conversationReader(one, switches));
  const ofSegment = compile<SegmentContext>(query.segmentFilters, segmentReader);
  const ofEvaluation = compile<unknown>(query.evaluationFilters, fieldReader);
  const ofSurvey = compile<unknown>(query.surveyFilters, fieldReader);
  const ofResolution = compile<unknown>(query.resolutionFilters, fieldReader);
  return (conversation) =>
    ofConversation.every((test) => test(conversation)) &&
    eachFoundIn(ofSegment, () => segmentContexts(conversation)) &&
    eachFoundIn(ofEvaluation, () => conversation.evaluations ?? []) &&
    eachFoundIn(ofSurvey, () => conversation.surveys ?? []) &&
    eachFoundIn(ofResolution, () => conversation.resolutions ?? []);
}

/**
 * Each filter must find one item that satisfies it as a whole; two filters may find two items. So one segment must
 * have both the queue and the code of a filter (inferred from the filters' shape; no source says it).
 */
function eachFoundIn<Item>(tests: readonly Test<Item>[], items: () => readonly Item[]): boolean {
  if (tests.length === 0) return true;
  const found = items();
  return tests.every((test) => found.some(test));
}

function conversationReader(predicate: Predicate, switches: Switches): Reader<Conversation> {
  const { metric = '' } = predicate;
  if (sideOf(predicate) === 'metric') return metricValues(metric, switches.metricPredicate);
  const read = dimensionReader(predicate.dimension);
  return (conversation) => read({ conversation });
}

function segmentReader(predicate: Predicate): Reader<SegmentContext> {
  const side = sideOf(predicate);
  if (side === 'metric') return segmentDuration;
  // The sandbox's segments have no properties, so none matches and none exists.
  if (side === 'property') return () => [];
  return dimensionReader(predicate.dimension);
}

/** Dimensions and metrics of surveys, evaluations and resolutions have the names of their fields. */
const fieldReader = (predicate: Predicate): Reader<unknown> => readerOf(predicate.dimension ?? predicate.metric ?? '');

function dimensionReader(dimension = ''): Reader<Partial<SegmentContext>> {
  const place = dimensionPlaces[dimension];
  return place === undefined ? () => [] : readerOf(place);
}
