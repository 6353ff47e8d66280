/** When, how and where a contact was. Above the level of a field its different values are joined. */
import { between, instantOf, joined, textOf } from './cells.ts';
import type { DetailColumn } from './columnModel.ts';
import { ALL_LEVELS, BELOW_CONVERSATION, BELOW_PARTICIPANT } from './columnModel.ts';
import { participantsIn, segmentsIn, sessionsIn } from './places.ts';

export const contextColumns: readonly DetailColumn[] = [
  {
    key: 'conversationId',
    title: 'Conversation',
    type: 'text',
    description: "The conversation's id.",
    levels: ALL_LEVELS,
    cell: ({ conversation }) => conversation.conversationId,
  },
  {
    key: 'conversationStart',
    title: 'Start',
    type: 'instant',
    description: 'When the conversation began.',
    levels: ALL_LEVELS,
    cell: ({ conversation }) => instantOf(conversation.conversationStart),
  },
  {
    key: 'conversationEnd',
    title: 'End',
    type: 'instant',
    description: 'When the conversation ended; missing while it goes on.',
    levels: ALL_LEVELS,
    cell: ({ conversation }) => instantOf(conversation.conversationEnd),
  },
  {
    key: 'duration',
    title: 'Duration',
    type: 'duration',
    description: 'From the start of the conversation to its end; missing while it goes on.',
    levels: ALL_LEVELS,
    cell: ({ conversation }) => between(conversation.conversationStart, conversation.conversationEnd),
  },
  {
    key: 'mediaType',
    title: 'Media',
    type: 'text',
    description: 'The media of the session, or of all sessions.',
    levels: ALL_LEVELS,
    cell: (place) => joined(sessionsIn(place).map(({ mediaType }) => mediaType)),
  },
  {
    key: 'direction',
    title: 'Direction',
    type: 'text',
    description: 'Inbound or outbound, of the session or of all sessions.',
    levels: ALL_LEVELS,
    cell: (place) => joined(sessionsIn(place).map(({ direction }) => direction)),
  },
  {
    key: 'purpose',
    title: 'Purpose',
    type: 'text',
    description: 'What the participant is: customer, agent, acd, ivr and others.',
    levels: ALL_LEVELS,
    cell: (place) => joined(participantsIn(place).map(({ purpose }) => purpose)),
  },
  {
    key: 'sessionStart',
    title: 'Session start',
    type: 'instant',
    description: "The start of the session's first segment.",
    levels: BELOW_PARTICIPANT,
    cell: ({ session }) => instantOf(session?.segments?.[0]?.segmentStart),
  },
  {
    key: 'segmentType',
    title: 'Segment',
    type: 'text',
    description: 'What happened in the segment, or in all segments: interact, hold, wrapup and others.',
    levels: ALL_LEVELS,
    cell: (place) => joined(segmentsIn(place).map(({ segmentType }) => segmentType)),
  },
  {
    key: 'segmentDuration',
    title: 'Segment duration',
    type: 'duration',
    description: 'From the start of the segment to its end; missing while it goes on.',
    levels: ['segment'],
    cell: ({ segment }) => between(segment?.segmentStart, segment?.segmentEnd),
  },
  {
    key: 'disconnectType',
    title: 'Disconnect',
    type: 'text',
    description: 'How the segment, or each of the segments, ended: client, peer, transfer and others.',
    levels: ALL_LEVELS,
    cell: (place) => joined(segmentsIn(place).map(({ disconnectType }) => disconnectType)),
  },
  {
    key: 'path',
    title: 'Path',
    type: 'text',
    description: 'Where the row is in the answer, for example `participants[2].sessions[0].segments[5]`.',
    levels: BELOW_CONVERSATION,
    cell: ({ path }) => textOf(path),
  },
];
