/** After-call work, as the queue's `acwSettings` have it. How often agents do what is inferred. */
import type { Draw } from './draw.ts';
import type { FloorQueue } from './floor.ts';
import type { Leg, Scene } from './leg.ts';
import { lay } from './leg.ts';
import { wrapUpRemarks } from './remarks.ts';

const timedOut = 'ININ-WRAP-UP-TIMEOUT';
const skipped = 'ININ-WRAP-UP-SKIPPED';
/** The system's own default code, which no list of an org's codes has. */
const defaultCode = '7fb334b0-0e9e-11e4-9191-0800200c9a66';

/** Adds the wrapup segment after the last interaction, or none and perhaps `acwSkipped`. */
export function wrapUp(scene: Scene, leg: Leg, queue: FloorQueue): void {
  const { draw } = scene;
  switch (queue.prompt) {
    // The agent cannot leave early, so the work takes the whole time.
    case 'MANDATORY_FORCED_TIMEOUT':
      return finish(scene, leg, queue, queue.timeoutMs ?? workTime(draw), draw.chance(0.1) ? timedOut : undefined);
    case 'AGENT_REQUESTED':
      return draw.chance(0.5) ? skip(leg) : finishInTime(scene, leg, queue);
    case 'OPTIONAL':
      if (draw.chance(0.2)) return;
      if (draw.chance(0.1)) return skip(leg);
      if (draw.chance(0.04)) return finish(scene, leg, queue, draw.between(0, 2_000), skipped);
      return finish(scene, leg, queue, workTime(draw), draw.chance(0.12) ? defaultCode : undefined);
    default:
      return finishInTime(scene, leg, queue);
  }
}

/** When the queue's time is over before the agent is, the system chooses the code. */
function finishInTime(scene: Scene, leg: Leg, queue: FloorQueue): void {
  const limit = queue.timeoutMs ?? Number.POSITIVE_INFINITY;
  const ms = workTime(scene.draw, limit);
  finish(scene, leg, queue, Math.min(ms, limit), ms >= limit ? timedOut : undefined);
}

/** After-call work of `ms`, with a code of the system or, without one, a code of the queue. */
export function finish(
  scene: Scene,
  leg: Leg,
  queue: FloorQueue,
  ms: number,
  systemCode?: string,
  wrapUpNote?: string,
): void {
  const remarks = systemCode === undefined ? wrapUpRemarks(scene.draw) : wrapUpNote === undefined ? {} : { wrapUpNote };
  const disconnectType = scene.draw.chance(0.6) ? 'peer' : 'client';
  const wrapUpCode = systemCode ?? codeOf(scene, queue);
  lay(leg, 'wrapup', ms, { queueId: queue.id }, { disconnectType, wrapUpCode, ...remarks });
}

function skip(leg: Leg): void {
  leg.session.acwSkipped = true;
}

/** Agents know the limit: most are done in less than half of it. */
function workTime(draw: Draw, limit: number = Number.POSITIVE_INFINITY): number {
  return draw.time(1_000, Math.min(35_000, limit * 0.4), 600_000);
}

/** One of the queue's codes, its favourites more often; rarely one that was deleted since, or that nobody can see. */
function codeOf({ draw, floor, old }: Scene, queue: FloorQueue): string {
  const luck = draw.next();
  if (luck < 0.004) return draw.pick(floor.lostCodes);
  if (luck < 0.034 && old && floor.deletedCodes.length > 0) return draw.pick(floor.deletedCodes);
  return queue.codes[Math.floor(queue.codes.length * draw.next() ** 3)] ?? defaultCode;
}
