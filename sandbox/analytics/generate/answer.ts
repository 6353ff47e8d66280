/**
 * From the queue to an agent. Alerting is part of the wait, as in published examples: the agent's alert segment ends
 * where the queue's segment ends, and tAnswered on the agent's session is equal to the queue's tAcd.
 */
import type { Agent } from './floor.ts';
import type { Leg, Scene } from './leg.ts';
import { emit, join, lay, openLeg } from './leg.ts';
import { wait, type Visit } from './queueing.ts';

/**
 * Waits `ms` for the first alert; sometimes an agent does not answer it, and the next one does. Answers with the session
 * of the agent who did, at the moment of the answer. For callbacks the queue has tCallbackVirtualWait, and
 * nCallbackOverSla instead of nOverSla (inferred).
 */
export function answer(scene: Scene, visit: Visit, at: number, ms: number): Leg {
  const { draw } = scene;
  const missed = Array.from({ length: draw.chance(0.07) ? draw.between(1, 2) : 0 }, () => ({
    ms: draw.between(6_000, 30_000),
    pause: draw.between(100, 900),
  }));
  const alertMs = draw.between(700, 6_500);
  const waited = missed.reduce((sum, one) => sum + one.ms + one.pause, ms + alertMs);
  const waiting = wait(scene, visit, at, waited, { disconnectType: 'transfer' });
  let alertAt = at + ms;
  for (const one of missed) {
    missAlert(scene, visit, alertAt, one.ms);
    alertAt += one.ms + one.pause;
  }
  const user = draw.pick(visit.queue.agents);
  const agent = joinAgent(scene, user, visit, alertAt);
  lay(agent, 'alert', alertMs, visit.segment);
  emit(agent, 'tAnswered', waited);
  const isCallback = visit.media.settings === 'callback';
  if (isCallback) emit(waiting, 'tCallbackVirtualWait', waited);
  if (waited > visit.queue.serviceLevelMs(visit.media.settings)) {
    emit(waiting, isCallback ? 'nCallbackOverSla' : 'nOverSla', 1);
  }
  return agent;
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

/** An alert that nobody takes: tAlert, tNotResponding and nError when it ends. */
function missAlert(scene: Scene, visit: Visit, at: number, ms: number): void {
  const { draw } = scene;
  const leg = joinAgent(scene, draw.pick(visit.queue.agents), visit, at);
  lay(leg, 'alert', ms, visit.segment, {
    disconnectType: 'client',
    ...(draw.chance(0.5) ? { errorCode: 'error.ininedgecontrol.session.inactive' } : {}),
  });
  emit(leg, 'tAlert', ms);
  emit(leg, 'tNotResponding', ms);
  emit(leg, 'nError', 1);
}
