/**
 * Why a row of a wrap-up has no code. The reasons are asked in this order, the most certain first; each rests on a fact
 * of the answer, and where no fact says why, the reason is `unknown`.
 */
import type { AnalyticsSegment } from '../../../genesys/index.ts';
import type { EmptyReason } from '../model.ts';
import { instantOf, textOf } from './cells.ts';
import type { Look } from './look.ts';
import type { Place } from './places.ts';
import { isWrapUp } from './wrapUpPlaces.ts';

/** Official advice: an interval ends at least a minute in the past, since what is younger may not have arrived. */
const FRESH_MS = 60_000;

/** The prompts of `acwSettings.wrapupPrompt` under which an agent may give no code. */
const NOT_MANDATORY: ReadonlySet<string> = new Set(['OPTIONAL', 'AGENT_REQUESTED']);

/** Nothing for a row that has a code. */
export function emptyReasonOf(place: Place, look: Look): EmptyReason | undefined {
  const { conversation, session, segment } = place;
  if (textOf(segment?.wrapUpCode) !== undefined) return undefined;

  // A conversation without conversationEnd goes on: an agent, or a code, may still come.
  const goesOn = textOf(conversation.conversationEnd) === undefined;
  if (session === undefined) return goesOn ? 'open' : 'noAgentLeg';

  // The session itself says that the agent left after-call work out.
  if (session.acwSkipped === true) return 'acwSkipped';

  // The code is on the wrap-up segment, and is chosen before the segment ends.
  if (segment !== undefined && textOf(segment.segmentEnd) === undefined) return 'acwPending';

  // A segment without segmentEnd goes on: after-call work has not begun.
  const segments = session.segments ?? [];
  if (segment === undefined && segments.some(isOpen)) return 'open';

  // After-call work is the participant's: a wrap-up in another of its sessions, of a callback and its call for example,
  // stands for this one too. An org that asks for one for each communication is not told apart.
  if (segment === undefined && wrapsUpElsewhere(place)) return 'notRequired';

  const age = ageOf(segments, look.readAt);
  const queueId = queueIdOf(place, segments);
  const queue = queueId === undefined ? undefined : look.queue(queueId);

  // The queue asks for a code for so long after the contact, and that time is not over.
  if (segment === undefined && age !== undefined && age < acwTimeOf(queue)) return 'acwPending';
  if (goesOn && segment === undefined) return 'open';
  if (age !== undefined && age < FRESH_MS) return 'tooFresh';

  // acwSettings are a queue's: where no segment names one, nobody asks. That each contact of a queue names it is inferred.
  if (queueId === undefined && segments.length > 0) return 'notRequired';

  // The queue as it is today; its settings may have been others then.
  return NOT_MANDATORY.has(queue?.wrapupPrompt ?? '') ? 'notRequired' : 'unknown';
}

const isOpen = ({ segmentEnd }: AnalyticsSegment): boolean => textOf(segmentEnd) === undefined;

/** How long ago the session's last segment ended. */
function ageOf(segments: readonly AnalyticsSegment[], readAt: number): number | undefined {
  const ends = segments.flatMap(({ segmentEnd }) => instantOf(segmentEnd) ?? []);
  return ends.length === 0 ? undefined : readAt - Math.max(...ends);
}

/** The queue of the wrap-up, else the session's last one. */
const queueIdOf = ({ segment }: Place, segments: readonly AnalyticsSegment[]): string | undefined =>
  textOf(segment?.queueId) ?? segments.flatMap(({ queueId }) => textOf(queueId) ?? []).at(-1);

const wrapsUpElsewhere = ({ participant, session }: Place): boolean =>
  (participant?.sessions ?? []).some((other) => other !== session && (other.segments ?? []).some(isWrapUp));

/** `timeoutMs` counts for the prompts that have one; without a prompt that must be answered nothing is awaited. */
function acwTimeOf(queue: ReturnType<Look['queue']>): number {
  const mandatory = queue?.wrapupPrompt !== undefined && !NOT_MANDATORY.has(queue.wrapupPrompt);
  return mandatory ? (queue.wrapupTimeoutMs ?? 0) : 0;
}
