/**
 * One place for each wrap-up segment, and one for each agent's session without one, so that a code that nobody gave is
 * a row too. No conversation vanishes: one with neither is one row.
 */
import type { AnalyticsConversation, AnalyticsSession } from '../../../genesys/index.ts';
import type { Place } from './places.ts';
import { segmentPlaces } from './places.ts';

/** Published `segmentType`: where the wrap-up code is, and nowhere else. */
export const WRAP_UP = 'wrapup';

/**
 * Segments in which an agent took no part in the contact: it rang and was not answered, or a supervisor listened. A
 * session of nothing else is no missing wrap-up, since nobody could have given a code. That a listening supervisor is
 * never asked for one is inferred.
 */
const NO_PART: ReadonlySet<string> = new Set(['alert', 'monitoring', 'screenmonitoring', 'coaching']);

export function wrapUpPlaces(conversation: AnalyticsConversation, sessions: readonly Place[]): readonly Place[] {
  const places = sessions.flatMap((place) => {
    const wrapUps = segmentPlaces(place).filter(({ segment }) => segment?.segmentType === WRAP_UP);
    if (wrapUps.length > 0)
      return wrapUps.map((one, index): Place => (index === 0 ? one : { ...one, uncounted: true }));
    return isAgents(place) && place.session && tookPart(place.session) ? [place] : [];
  });
  return places.length > 0 ? places : [{ conversation, uncounted: true }];
}

/** Published `purpose`. Queues ask agents; a `user` is in the conversation without one. */
const isAgents = ({ participant }: Place): boolean => participant?.purpose === 'agent';

/** A session that has no segments yet may still get them: it counts as one that took part. */
const tookPart = ({ segments = [] }: AnalyticsSession): boolean =>
  segments.length === 0 || segments.some(({ segmentType }) => !NO_PART.has(segmentType ?? ''));
