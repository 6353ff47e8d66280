/** What all conversations of one sandbox depend on. */
import type { Org } from '../../org/model.ts';
import { seededRandom } from '../../random.ts';
import { type Floor, readFloor } from './floor.ts';
import { dayMs, dayOf } from './rhythm.ts';

export interface Plan {
  /** 32 bits. */
  readonly seed: number;
  readonly floor: Floor;
  readonly perDay: number;
  /** Conversations that start before this may have codes that are deleted today. */
  readonly oldBefore: number;
}

const oldAfterDays = 10;

/** Any number is a seed, as it is for the org. `now` only says which conversations are old. */
export function makePlan(seed: number, org: Org, perDay: number, now: number): Plan {
  return {
    seed: seededRandom(`${seed}/conversations`).between(0, 0xffffffff),
    floor: readFloor(org, seed),
    perDay,
    oldBefore: (dayOf(now) - oldAfterDays) * dayMs,
  };
}
