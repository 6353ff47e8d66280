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
  switch (queue.prompt) {
    case 'MANDATORY_FORCED_TIMEOUT':
      return finish(scene, leg, queue, queue.timeoutMs ?? 0, draw.chance(0.1) ? timedOut : codeOf(scene, queue));
    case 'MANDATORY_TIMEOUT':
      if (draw.chance(0.1)) return finish(scene, leg, queue, queue.timeoutMs ?? 0, timedOut);
      return finish(scene, leg, queue, Math.min(workTime(scene), queue.timeoutMs ?? 0), codeOf(scene, queue));
    case 'AGENT_REQUESTED':
      if (draw.chance(0.5)) return skip(leg);
      return finish(scene, leg, queue, Math.min(workTime(scene), queue.timeoutMs ?? 0), codeOf(scene, queue));
    case 'OPTIONAL':
      if (draw.chance(0.2)) return;
      if (draw.chance(0.1)) return skip(leg);
      if (draw.chance(0.04)) return finish(scene, leg, queue, draw.between(300, 2_000), skipped);
      return finish(scene, leg, queue, workTime(scene), draw.chance(0.12) ? defaultCode : codeOf(scene, queue));
    default:
      return finish(scene, leg, queue, workTime(scene), codeOf(scene, queue));
  }
}

function skip(leg: Leg): void {
  leg.session.acwSkipped = true;
}

function finish(scene: Scene, leg: Leg, queue: FloorQueue, ms: number, wrapUpCode: string): void {
  const remarks = wrapUpCode === timedOut || wrapUpCode === skipped ? {} : wrapUpRemarks(scene.draw);
  lay(leg, 'wrapup', ms, { queueId: queue.id }, { disconnectType: 'client', wrapUpCode, ...remarks });
}

function workTime({ draw, slowWrapUp }: Scene): number {
  return slowWrapUp ? draw.between(24 * 60_000, 34 * 60_000) : draw.time(2_000, 35_000, 600_000);
}

/** One of the queue's codes, its favourites more often; rarely one that was deleted since, or that nobody can see. */
function codeOf({ draw, floor, old }: Scene, queue: FloorQueue): string {
  const luck = draw.next();
  if (luck < 0.004) return draw.pick(floor.lostCodes);
  if (luck < 0.034 && old && floor.deletedCodes.length > 0) return draw.pick(floor.deletedCodes);
  if (queue.codes.length === 0) return defaultCode;
  return queue.codes[Math.floor(queue.codes.length * draw.next() ** 3)] ?? defaultCode;
}
