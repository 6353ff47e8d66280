import type { AnalyticsConversation } from '../../../genesys/index.ts';
import type { RowLevel } from '../../compile/model.ts';
import type { Place } from './places.ts';
import { participantPlaces, segmentPlaces, sessionPlaces } from './places.ts';
import { wrapUpPlaces } from './wrapUpPlaces.ts';

export type DetailLevel = Exclude<RowLevel, 'aggregate'>;

export const DETAIL_LEVELS: readonly DetailLevel[] = ['conversation', 'participant', 'session', 'segment', 'wrapUp'];

/** The places of one conversation that are rows of a level, in the order of the answer. */
export function placesOf(level: DetailLevel, conversation: AnalyticsConversation): readonly Place[] {
  switch (level) {
    case 'conversation':
      return [{ conversation }];
    case 'participant':
      return participantPlaces(conversation);
    case 'session':
      return participantPlaces(conversation).flatMap(sessionPlaces);
    case 'segment':
      return participantPlaces(conversation).flatMap(sessionPlaces).flatMap(segmentPlaces);
    case 'wrapUp':
      return wrapUpPlaces(conversation, participantPlaces(conversation).flatMap(sessionPlaces));
  }
}
