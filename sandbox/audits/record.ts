/** The org's audit trail: what was changed, by whom. */
import type { AuditRecord, Author, PropertyChange } from '../org/model.ts';
import { seededRandom } from '../random.ts';
import type { World } from '../world.ts';

/** Adds a message of the present moment. Queries find it when its delay is over. */
export function record(world: World, author: Author, what: Omit<AuditRecord, 'id' | 'at' | 'author'>): void {
  const { audits } = world.org;
  // Ids of their own, so that a message does not change the ids of entities that are made later.
  const id = seededRandom(`${world.org.id}/audit/${audits.length}`).uuid();
  audits.push({ id, at: world.clock.now(), author, ...what });
}

/** Values by property, as messages spell them: text, several for what is a list. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** What differs, by property. A property that is missing on one side has no values there. */
export function changesBetween(before: Values, after: Values): readonly PropertyChange[] {
  const properties = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...properties]
    .map((property) => ({ property, oldValues: before[property] ?? [], newValues: after[property] ?? [] }))
    .filter(({ oldValues, newValues }) => JSON.stringify(oldValues) !== JSON.stringify(newValues));
}
