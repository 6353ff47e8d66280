/** A survey: pending when the conversation ends, then on its way, then in one of its last states. */
import { isoDate } from '../../clock.ts';
import type { Survey } from '../model.ts';
import type { Handled } from './aftermath.ts';
import type { Draw } from './draw.ts';
import type { Scene } from './leg.ts';

const hourMs = 3_600_000;
const lastStates = [
  'Finished',
  'Finished',
  'Finished',
  'Finished',
  'Expired',
  'OptOut',
  'Error',
  'InProgress',
  'Sent',
] as const;

/** The statuses are those of the published `Survey` model; that a later one replaces the earlier is inferred. */
export function survey({ draw, floor, conversation }: Scene, { end, queueId, userId }: Handled): void {
  const surveyId = draw.uuid();
  const surveyFormId = floor.forms[2] ?? draw.uuid();
  const surveyType = draw.chance(0.75) ? 'Web' : 'Voice';
  const seen = (surveyStatus: string, at: number, answers: Partial<Survey> = {}): void => {
    const facts = { surveyId, surveyFormId, surveyFormName: 'How was it?', surveyType, queueId, userId };
    conversation.surveys.push({
      from: at,
      key: surveyId,
      value: { ...facts, surveyStatus, eventTime: isoDate(at), ...answers },
    });
  };
  const last = draw.pick(lastStates);
  const sent = end + draw.between(5_000, 600_000);
  seen('Pending', end);
  if (last === 'Error') return seen('Error', sent);
  seen('Sent', sent);
  if (last === 'Sent') return;
  if (last === 'Expired') return seen('Expired', sent + 72 * hourMs);
  const opened = sent + draw.time(10_000, 2 * hourMs, 60 * hourMs);
  if (last === 'OptOut') return seen('OptOut', opened);
  seen('InProgress', opened);
  if (last === 'InProgress') return;
  const completed = opened + draw.between(20_000, 400_000);
  seen('Finished', completed, { surveyCompletedDate: isoDate(completed), ...answers(draw) });
}

/** Some leave the recommendation out, some forms give no score: missing, and not 0. */
function answers(draw: Draw): Pick<Survey, 'surveyPromoterScore' | 'oSurveyTotalScore'> {
  return {
    ...(draw.chance(0.85) ? { surveyPromoterScore: draw.between(0, 10) } : {}),
    ...(draw.chance(0.9) ? { oSurveyTotalScore: draw.between(0, 100) } : {}),
  };
}
