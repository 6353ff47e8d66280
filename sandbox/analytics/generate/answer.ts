/**
 * From the queue to an agent. Alerting is part of the wait, as in published examples: the agent's alert segment ends
 * where the queue's segment ends, and tAnswered on the agent's session is equal to the queue's tAcd.
 */
import type { Agent } from './floor.ts';
import type { Leg, Scene } from './leg.ts';
import { emit, join, lay, openLeg } from './leg.ts';
import { wait, type Visit } from './queueing.ts';

export interface Served {
  readonly visit: Visit;
  /** At the moment of the answer. */
  readonly agent: Leg;
  readonly userId: string;
}

/** Waits `ms` for the first alert; sometimes an agent does not answer it, and the next one does. */
export function answer(scene: Scene, visit: Visit, at: number, ms: number): Served {
  const { draw } = scene;
  let alertAt = at + ms;
  // The queue's participant comes first in the list, but how long it waits is known last.
  const place = scene.conversation.participants.length;
  const missed = draw.chance(0.07) ? draw.between(1, 2) : 0;
  for (let index = 0; index < missed; index += 1) alertAt = missAlert(scene, visit, alertAt) + draw.between(100, 900);
  const user = draw.pick(visit.queue.agents);
  const agent = joinAgent(scene, user, visit, alertAt);
  const overFlow = scene.conversation.participants.splice(place);
  lay(agent, 'alert', draw.between(700, 6_500), visit.segment);
  const waited = agent.at - at;
  const waiting = wait(scene, visit, at, waited, { disconnectType: 'transfer' });
  scene.conversation.participants.push(...overFlow);
  emit(agent, 'tAnswered', waited);
  if (waited > visit.queue.serviceLevelMs(visit.media.settings)) {
    emit(waiting, visit.media.settings === 'callback' ? 'nCallbackOverSla' : 'nOverSla', 1);
  }
  if (visit.media.settings === 'callback') emit(waiting, 'tCallbackVirtualWait', waited);
  return { visit, agent, userId: user.id };
}

export function joinAgent(scene: Scene, agent: Agent, visit: Pick<Visit, 'session'>, at: number): Leg {
  const participant = join(
    scene,
    {
      purpose: 'agent',
      userId: agent.id,
      ...(scene.draw.chance(0.8) ? { participantName: agent.name } : {}),
    },
    agent.divisionId,
  );
  return openLeg(scene, participant, visit.session, at);
}

/** An alert that nobody takes: tAlert, tNotResponding and nError when it ends. Answers when that is. */
function missAlert(scene: Scene, visit: Visit, at: number): number {
  const { draw } = scene;
  const leg = joinAgent(scene, draw.pick(visit.queue.agents), visit, at);
  const ms = draw.between(6_000, 30_000);
  lay(leg, 'alert', ms, visit.segment, {
    disconnectType: 'client',
    ...(draw.chance(0.5) ? { errorCode: 'error.ininedgecontrol.session.inactive' } : {}),
  });
  emit(leg, 'tAlert', ms);
  emit(leg, 'tNotResponding', ms);
  emit(leg, 'nError', 1);
  return leg.at;
}
