/** What is said about a conversation when it is over: surveys, evaluations, resolutions. How often is inferred. */
import type { DraftConversation, DraftParticipant } from './draft.ts';
import { endOf } from './draft.ts';
import type { Scene } from './leg.ts';
import { isoDate } from '../../clock.ts';
import { survey } from './survey.ts';

export interface Handled {
  readonly queueId: string;
  readonly userId: string;
  /** The end of the conversation. */
  readonly end: number;
}

const hourMs = 3_600_000;
const forms = ['Call Quality 2026', 'Written Contact Quality'] as const;

export function aftermath(scene: Scene): void {
  const { draw, conversation } = scene;
  const handled = lastAgent(conversation);
  if (!handled) return;
  if (draw.chance(0.09)) survey(scene, handled);
  if (draw.chance(0.05)) evaluate(scene, handled);
  if (draw.chance(0.05)) {
    const at = handled.end + draw.between(24 * hourMs, 120 * hourMs);
    const { queueId, userId } = handled;
    const value = { eventTime: isoDate(at), queueId, userId, nNextContactAvoided: draw.chance(0.7) ? 1 : 0 };
    conversation.resolutions.push({ from: at, key: 'resolution', value });
  }
}

/** The evaluation is seen when it is finished, and again when it is released. */
function evaluate({ draw, floor, conversation }: Scene, { end, queueId, userId }: Handled): void {
  const finished = end + draw.time(hourMs, 20 * hourMs, 200 * hourMs);
  const formName = draw.pick(forms);
  const evaluation = {
    evaluationId: draw.uuid(),
    evaluatorId: draw.pick(floor.agents).id,
    formId: floor.forms[forms.indexOf(formName)] ?? draw.uuid(),
    formName,
    queueId,
    userId,
    oTotalScore: draw.between(40, 100),
    oTotalCriticalScore: draw.between(0, 100),
  };
  const key = evaluation.evaluationId;
  const seen = (released: boolean, at: number): void => {
    conversation.evaluations.push({ from: at, key, value: { ...evaluation, eventTime: isoDate(at), released } });
  };
  seen(false, finished);
  if (draw.chance(0.8)) seen(true, finished + draw.between(60_000, 30 * hourMs));
}

function lastAgent(conversation: DraftConversation): Handled | undefined {
  for (const { facts, sessions } of conversation.participants.toReversed()) {
    const queueId = queueOf(sessions);
    if (facts.purpose === 'agent' && facts.userId !== undefined && queueId !== undefined) {
      return { queueId, userId: facts.userId, end: endOf(conversation) };
    }
  }
  return undefined;
}

/** The queue of an agent who talked. */
function queueOf(sessions: DraftParticipant['sessions']): string | undefined {
  const talked = sessions.find(({ segments }) => segments.some(({ type }) => type === 'interact'));
  return talked?.segments.find(({ facts }) => facts.queueId !== undefined)?.facts.queueId;
}
