/** After-call work, as the queue's `acwSettings` have it. How often agents do what is inferred. */
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
  const limit = queue.timeoutMs ?? Number.POSITIVE_INFINITY;
  switch (queue.prompt) {
    // The agent cannot leave early, so the work takes the whole time.
    case 'MANDATORY_FORCED_TIMEOUT':
      return finish(scene, leg, queue, queue.timeoutMs ?? workTime(scene), draw.chance(0.1) ? timedOut : undefined);
    case 'MANDATORY_TIMEOUT':
      if (queue.timeoutMs !== undefined && draw.chance(0.1))
        return finish(scene, leg, queue, queue.timeoutMs, timedOut);
      return finish(scene, leg, queue, Math.min(workTime(scene), limit));
    case 'AGENT_REQUESTED':
      if (draw.chance(0.5)) return skip(leg);
      return finish(scene, leg, queue, Math.min(workTime(scene), limit));
    case 'OPTIONAL':
      if (draw.chance(0.2)) return;
      if (draw.chance(0.1)) return skip(leg);
      if (draw.chance(0.04)) return finish(scene, leg, queue, draw.between(0, 2_000), skipped);
      return finish(scene, leg, queue, workTime(scene), draw.chance(0.12) ? defaultCode : undefined);
    default:
      return finish(scene, leg, queue, workTime(scene));
  }
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

function workTime({ draw }: Scene): number {
  return draw.time(2_000, 35_000, 600_000);
}

/** One of the queue's codes, its favourites more often; rarely one that was deleted since, or that nobody can see. */
function codeOf({ draw, floor, old }: Scene, queue: FloorQueue): string {
  const luck = draw.next();
  if (luck < 0.004) return draw.pick(floor.lostCodes);
  if (luck < 0.034 && old && floor.deletedCodes.length > 0) return draw.pick(floor.deletedCodes);
  return queue.codes[Math.floor(queue.codes.length * draw.next() ** 3)] ?? defaultCode;
}
