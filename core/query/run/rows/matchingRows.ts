/**
 * `output.match: rows`. The org finds conversations with a segment that satisfies each segment filter; this keeps the
 * rows that have such segments themselves. A filter that speaks of the wrap-up looks at the row's own wrap-up segment,
 * any other at all segments of what the row stands for; a wrap-up stands for its session. Where different segments of a
 * conversation satisfy different filters, it may be left without a row.
 */
import type { JsonObject } from '../../model.ts';
import { objectsAt, textAt } from './json.ts';
import type { DetailLevel } from './levels.ts';
import type { Place } from './places.ts';
import { participantPlaces, segmentPlaces, sessionPlaces } from './places.ts';
import { isAboutWrapUp, satisfies } from './predicate.ts';

export function rowMatcher(level: DetailLevel, body: JsonObject): (place: Place) => boolean {
  const filters = objectsAt(body, 'segmentFilters').map((filter) => ({
    filter,
    ofWrapUp: predicatesOf(filter).some(isAboutWrapUp),
  }));
  return (place) =>
    filters.every(({ filter, ofWrapUp }) => {
      const scope = scopeOf(level === 'wrapUp' && !ofWrapUp ? sessionOf(place) : place);
      return scope.some((segment) => matches(segment, filter));
    });
}

const sessionOf = ({ conversation, participant, session }: Place): Place => ({
  conversation,
  ...(participant && { participant }),
  ...(session && { session }),
});

/** The segments of what a place stands for. */
function scopeOf(place: Place): readonly Place[] {
  if (place.segment) return [place];
  if (place.session) return segmentPlaces(place);
  if (place.participant) return sessionPlaces(place).flatMap(segmentPlaces);
  return participantPlaces(place.conversation).flatMap(sessionPlaces).flatMap(segmentPlaces);
}

const predicatesOf = (filter: JsonObject): readonly JsonObject[] => [
  ...objectsAt(filter, 'predicates'),
  ...objectsAt(filter, 'clauses').flatMap((clause) => objectsAt(clause, 'predicates')),
];

function matches(segment: Place, filter: JsonObject): boolean {
  const clauses = objectsAt(filter, 'clauses').map((clause) =>
    combined(
      clause,
      objectsAt(clause, 'predicates').map((one) => satisfies(segment, one)),
    ),
  );
  return combined(filter, [...clauses, ...objectsAt(filter, 'predicates').map((one) => satisfies(segment, one))]);
}

/** A filter without parts holds: it asks for nothing. */
function combined(group: JsonObject, parts: readonly boolean[]): boolean {
  return textAt(group, 'type') === 'or' ? parts.length === 0 || parts.some(Boolean) : parts.every(Boolean);
}
