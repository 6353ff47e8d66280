/**
 * One place for each wrap-up segment, and one for each agent's session without one, so that a code that nobody gave is
 * a row too. No conversation vanishes: one with neither is one row.
 */
import type { AnalyticsConversation, AnalyticsSegment, AnalyticsSession } from '../../../genesys/index.ts';
import { textOf } from './cells.ts';
import type { Place } from './places.ts';
import { segmentPlaces } from './places.ts';

/** The code is on segments of the published type `wrapup`. One on another segment is a wrap-up too, so that none is lost. */
export const isWrapUp = ({ segmentType, wrapUpCode }: AnalyticsSegment): boolean =>
  segmentType === 'wrapup' || textOf(wrapUpCode) !== undefined;

/**
 * Segments in which an agent is in contact with nobody: it rang and was not answered, a call was dialed and not
 * answered, a supervisor listened. A session of nothing else is no missing wrap-up. That no code is asked for then is
 * inferred; where one was given all the same, its segment is a row.
 */
const NO_CONTACT: ReadonlySet<string> = new Set([
  'alert',
  'contacting',
  'dialing',
  'monitoring',
  'screenmonitoring',
  'coaching',
]);

export function wrapUpPlaces(conversation: AnalyticsConversation, sessions: readonly Place[]): readonly Place[] {
  const places = sessions.flatMap((place) => {
    const wrapUps = segmentPlaces(place).filter(({ segment }) => segment && isWrapUp(segment));
    if (wrapUps.length > 0)
      return wrapUps.map((one, index): Place => (index === 0 ? one : { ...one, uncounted: true }));
    return isAgents(place) && place.session && hadContact(place.session) ? [place] : [];
  });
  return places.length > 0 ? places : [{ conversation, uncounted: true, agentless: true }];
}

/** Published `purpose`. Queues ask agents; a `user` is in the conversation without one. */
const isAgents = ({ participant }: Place): boolean => participant?.purpose === 'agent';

/** A session that has no segments yet may still get them: it counts as one with contact. */
const hadContact = ({ segments = [] }: AnalyticsSession): boolean =>
  segments.length === 0 || segments.some(({ segmentType }) => !NO_CONTACT.has(segmentType ?? ''));
