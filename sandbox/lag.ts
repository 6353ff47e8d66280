/** Reads that lag behind writes. */
import type { Former, Lag } from './org/model.ts';
import type { World } from './world.ts';

/** When reads see a change that is made now, ms since the epoch. */
export function readableFrom(world: World): number {
  return world.clock.now() + world.switches.consistencyDelay * 1000;
}

/** Whether reads find it at this moment. */
export function isReadable(world: World, { visibleFrom, hiddenFrom }: Lag): boolean {
  const now = world.clock.now();
  return (visibleFrom ?? now) <= now && (hiddenFrom === undefined || hiddenFrom > now);
}

/** Whether a write finds it: it knows at once of what was made and of what was removed. */
export function isThere({ hiddenFrom }: Lag): boolean {
  return hiddenFrom === undefined;
}

/** `after`, with what reads go on seeing until the delay of changes is over. */
export function withFormer<Entity extends { readonly former?: Former<Entity> }>(
  world: World,
  before: Entity,
  after: Entity,
): Entity {
  const now = world.clock.now();
  const until = now + world.switches.updateDelay * 1000;
  return until > now ? { ...after, former: { entity: asRead(world, before), until } } : after;
}

/** The entity as reads see it at this moment. */
export function asRead<Entity extends { readonly former?: Former<Entity> }>(world: World, entity: Entity): Entity {
  const { former } = entity;
  return former && former.until > world.clock.now() ? former.entity : entity;
}
