/** Names for ids. An id without a known name stands for itself, so that rows stay apart. */
import type { NamedKind } from '../../model.ts';
import type { AnalyticsParticipant, AnalyticsSession } from '../../../genesys/index.ts';
import { joined, textOf } from './cells.ts';
import type { DetailColumn } from './columnModel.ts';
import { ALL_LEVELS } from './columnModel.ts';
import type { Look } from './look.ts';
import type { Place } from './places.ts';
import { participantsIn, sessionsIn } from './places.ts';

export const nameColumns: readonly DetailColumn[] = [
  {
    key: 'queue',
    title: 'Queue',
    type: 'text',
    description: 'The name of the queue, or of all queues.',
    levels: ALL_LEVELS,
    cell: (place, look) => joined(queueIdsOf(place).map((id) => nameOf('queue', id, look))),
  },
  {
    key: 'queueId',
    title: 'Queue id',
    type: 'text',
    description: 'The id of the queue, or of all queues.',
    levels: ALL_LEVELS,
    cell: (place) => joined(queueIdsOf(place)),
  },
  {
    key: 'agent',
    title: 'Agent',
    type: 'text',
    description: 'The name of the agent, or of all agents.',
    levels: ALL_LEVELS,
    cell: (place, look) => joined(agentsIn(place).map((participant) => agentOf(participant, look))),
  },
  {
    key: 'userId',
    title: 'Agent id',
    type: 'text',
    description: 'The id of the agent, or of all agents.',
    levels: ALL_LEVELS,
    cell: (place) => joined(agentsIn(place).map(({ userId }) => userId)),
  },
  {
    key: 'division',
    title: 'Division',
    type: 'text',
    description: 'The names of the divisions of the conversation.',
    levels: ALL_LEVELS,
    cell: ({ conversation }, look) => {
      const { divisionIds } = conversation;
      const ids: readonly unknown[] = Array.isArray(divisionIds) ? divisionIds : [];
      return joined(ids.map((id) => (typeof id === 'string' ? nameOf('division', id, look) : id)));
    },
  },
  ...customerColumns(),
];

/** The name of an id for showing. */
export const nameOf = (kind: NamedKind, id: string, look: Look): string => look.name(kind, id)?.name ?? id;

/** Of the row's segment; where that names none, of all segments of its session. */
function queueIdsOf(place: Place): readonly string[] {
  const own = textOf(place.segment?.queueId);
  return own === undefined ? sessionsIn(place).flatMap(queuesOf) : [own];
}

/** A session may have very many wrap-ups, each a row that asks. */
const queuesKnown = new WeakMap<AnalyticsSession, readonly string[]>();

function queuesOf(session: AnalyticsSession): readonly string[] {
  const known = queuesKnown.get(session);
  if (known !== undefined) return known;
  const found = [...new Set((session.segments ?? []).flatMap(({ queueId }) => textOf(queueId) ?? []))];
  queuesKnown.set(session, found);
  return found;
}

const agentsIn = (place: Place): readonly AnalyticsParticipant[] => (place.agentless ? [] : participantsIn(place));

/** The answer may name a participant itself: that serves where the list of users does not. */
function agentOf({ userId, participantName }: AnalyticsParticipant, look: Look): string | undefined {
  const id = textOf(userId);
  return id === undefined ? undefined : (look.name('user', id)?.name ?? textOf(participantName) ?? id);
}

/** Facts of the customer's side, for every row of the conversation. */
function customerColumns(): readonly DetailColumn[] {
  const ofCustomer = ({ conversation }: Place): readonly AnalyticsParticipant[] =>
    (conversation.participants ?? []).filter(({ purpose }) => purpose === 'customer' || purpose === 'external');
  const sessionColumn = (key: string, title: string, field: string): DetailColumn => ({
    key,
    title,
    type: 'text',
    description: `\`${field}\` of the customer's sessions.`,
    levels: ALL_LEVELS,
    cell: (place) => joined(ofCustomer(place).flatMap(({ sessions = [] }) => sessions.map((one) => one[field]))),
  });
  return [
    {
      key: 'customer',
      title: 'Customer',
      type: 'text',
      description: 'The name of the customer, where the answer has it.',
      levels: ALL_LEVELS,
      cell: (place) => joined(ofCustomer(place).map(({ participantName }) => participantName)),
    },
    sessionColumn('customerAni', 'Customer ANI', 'ani'),
    sessionColumn('customerDnis', 'Customer DNIS', 'dnis'),
    sessionColumn('customerAddressFrom', 'Customer address from', 'addressFrom'),
    sessionColumn('customerAddressTo', 'Customer address to', 'addressTo'),
  ];
}
