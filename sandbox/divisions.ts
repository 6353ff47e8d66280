/** The division of a body. */
import { invalidValue, resourceNotFound } from './errors.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { allDivisions } from './org/model.ts';
import type { World } from './world.ts';

/** The id in `division`, or undefined if the body has none. A division with only a name counts as none (inferred). */
export function divisionIn(body: JsonObject): string | undefined {
  const division = body['division'];
  if (!isJsonObject(division)) return undefined;
  const id = division['id'];
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** Refuses an id that no division has. `*` passes only where the model is starrable. */
export function requireDivision(world: World, id: string, star: 'starrable' | 'plain'): void {
  if (star === 'starrable' && id === allDivisions) return;
  const ids = world.org.divisions.map((division) => division.id);
  if (ids.includes(id)) return;
  throw world.switches.unknownDivision === '404' ? resourceNotFound() : invalidValue('division.id', id, 'string', ids);
}

export function homeDivision(world: World): string {
  return world.org.divisions.find((division) => division.home)?.id ?? '';
}
