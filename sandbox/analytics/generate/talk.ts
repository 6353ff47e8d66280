/** What an agent and a customer do together. */
import type { SegmentFacts, SegmentOutcome } from './draft.ts';
import type { Leg, Scene } from './leg.ts';
import { lay } from './leg.ts';

/** Talk of `ms` in all, cut by `holds` holds. The last part ends with `outcome`. */
export function talk(
  { draw }: Scene,
  leg: Leg,
  facts: SegmentFacts,
  ms: number,
  holds: number,
  outcome: SegmentOutcome,
): void {
  const part = Math.floor(ms / (holds + 1));
  for (let hold = 0; hold < holds; hold += 1) {
    lay(leg, 'interact', part, facts);
    lay(leg, 'hold', draw.time(3_000, 40_000, 300_000), facts);
  }
  lay(leg, 'interact', ms - part * holds, facts, outcome);
}
