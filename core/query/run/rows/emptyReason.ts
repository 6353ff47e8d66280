/**
 * Why a row of a wrap-up has no code. The reasons are asked in this order, the most certain first; each rests on a fact
 * of the answer, and where no fact says why, the reason is `unknown`.
 */
import type { AnalyticsSegment } from '../../../genesys/index.ts';
import type { EmptyReason } from '../model.ts';
import { instantOf, textOf } from './cells.ts';
import type { Look } from './look.ts';
import type { Place } from './places.ts';

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

  const age = ageOf(segments, look.readAt);
  const queue = queueOf(place, segments, look);

  // The queue asks for a code for so long after the contact, and that time is not over.
  if (segment === undefined && age !== undefined && age < acwTimeOf(queue)) return 'acwPending';
  if (goesOn && segment === undefined) return 'open';
  if (age !== undefined && age < FRESH_MS) return 'tooFresh';

  // acwSettings of the queue as it is today; it may have been another then.
  return NOT_MANDATORY.has(queue?.wrapupPrompt ?? '') ? 'notRequired' : 'unknown';
}

const isOpen = ({ segmentEnd }: AnalyticsSegment): boolean => textOf(segmentEnd) === undefined;

/** How long ago the session's last segment ended. */
function ageOf(segments: readonly AnalyticsSegment[], readAt: number): number | undefined {
  const ends = segments.flatMap(({ segmentEnd }) => instantOf(segmentEnd) ?? []);
  return ends.length === 0 ? undefined : readAt - Math.max(...ends);
}

/** The queue of the wrap-up, else the session's last one. */
function queueOf({ segment }: Place, segments: readonly AnalyticsSegment[], look: Look) {
  const id = textOf(segment?.queueId) ?? segments.flatMap(({ queueId }) => textOf(queueId) ?? []).at(-1);
  return id === undefined ? undefined : look.queue(id);
}

/** `timeoutMs` counts for the prompts that have one; without a prompt that must be answered nothing is awaited. */
function acwTimeOf(queue: ReturnType<Look['queue']>): number {
  const mandatory = queue?.wrapupPrompt !== undefined && !NOT_MANDATORY.has(queue.wrapupPrompt);
  return mandatory ? (queue.wrapupTimeoutMs ?? 0) : 0;
}
