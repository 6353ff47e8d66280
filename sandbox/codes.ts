/** Reading wrap-up codes: which of them a client sees at this moment. */
import { canSee, requireView } from './access.ts';
import { resourceNotFound } from './errors.ts';
import type { Call } from './exchange.ts';
import { asRead } from './lag.ts';
import type { WrapupCode } from './org/model.ts';
import type { World } from './world.ts';

export type CodeState = 'active' | 'deleted' | 'unseen';

/** `unseen`: created so lately that reads do not have it yet. */
export function stateOf(world: World, code: WrapupCode): CodeState {
  const now = world.clock.now();
  if (code.deleted && code.deleted.hiddenFrom <= now) return 'deleted';
  return code.visibleFrom !== undefined && code.visibleFrom > now ? 'unseen' : 'active';
}

/** The codes in one of the states that the client's divisions reach, in no order that a client may rely on. */
export function codesFor(world: World, call: Call, states: readonly CodeState[]): readonly WrapupCode[] {
  return [...world.org.codes.values()]
    .filter((code) => states.includes(stateOf(world, code)))
    .map((code) => asRead(world, code))
    .filter((code) => canSee(call.caller, code.divisionId));
}

/** One living code by id, as reads see it. */
export function readableCode(world: World, call: Call, id: string): WrapupCode {
  const present = world.org.codes.get(id);
  if (!present || stateOf(world, present) !== 'active') throw resourceNotFound();
  const code = asRead(world, present);
  requireView(call, code.divisionId, world.switches);
  return code;
}

/** One code by id for a write, which knows of a new code at once and of a deletion at once. */
export function writableCode(world: World, id: string): WrapupCode {
  const code = world.org.codes.get(id);
  if (!code || code.deleted) throw resourceNotFound();
  return code;
}
